// Two days around a change of the clocks: the day turns at four in the morning by the learner's clock, and the right cards are due.

import type { Page } from '@playwright/test'
import type { WireCard } from '#lib/core/wire.ts'
import { expect, test } from './fixtures.ts'
import { withServer } from './own-server.ts'
import { expectActs, question, queueOf, rating, type RatingName, showAnswer } from './review.ts'

// 04:00 in Lisbon is 03:00 UTC in summer and 04:00 UTC in winter, so these days last 25 and 23 hours.
const changes = [
  {
    name: 'autumn',
    evening: '2026-10-24T21:00:00Z',
    lastMinutes: '2026-10-25T03:50:00Z',
    nextDay: '2026-10-25T04:10:00Z',
    day: 'Sunday 25 October',
  },
  {
    name: 'spring',
    evening: '2027-03-27T21:00:00Z',
    lastMinutes: '2027-03-28T02:50:00Z',
    nextDay: '2027-03-28T03:10:00Z',
    day: 'Sunday 28 March',
  },
]

/** The whole first day: each card is first rated by its turn, and Good from then on. */
async function studyFirstDay(page: Page): Promise<number> {
  const turns: RatingName[] = ['Again', 'Hard', 'Good', 'Easy']
  const end = page.getByRole('heading', { name: 'Done for today' })
  for (let given = 0; ; given++) {
    await expect(showAnswer(page).or(end)).toBeVisible()
    if (await end.isVisible()) return given
    await showAnswer(page).click()
    await rating(page, given < 10 ? (turns[given % turns.length] ?? 'Good') : 'Good').click()
    await expect(page.locator(`[role=progressbar][aria-valuenow="${given + 1}"]`).or(end)).toBeVisible()
  }
}

const clockAt = (time: string) => ({ CLOCK_OFFSET_MS: String(Date.parse(time) - Date.now()) })

const ids = (cards: readonly WireCard[]) => cards.map(({ id }) => id).sort()

for (const { name, evening, lastMinutes, nextDay, day } of changes) {
  test(`over the change of clocks in ${name}, tomorrow's cards are due tomorrow`, async ({ newContext, tolerate }) => {
    test.slow()
    // A page asks ahead for those it links to, also while the server is between two days.
    tolerate(/net::ERR_CONNECTION_(?:REFUSED|RESET)/)
    await withServer(async (server) => {
      const context = await newContext({ baseURL: server.url })
      const page = await context.newPage()
      const travelTo = async (time: string) => {
        await server.stop()
        await server.start(clockAt(time))
        await page.clock.setFixedTime(time)
      }
      await page.clock.setFixedTime(evening)
      await page.goto('/')
      await page.getByRole('button', { name: 'Start reviewing' }).click()
      await expect(question(page)).toBeVisible()
      await expectActs(context.request, await studyFirstDay(page))
      const studied = (await queueOf(context.request)).touched.map(({ card }) => card)
      expect(studied).toHaveLength(10)
      const tomorrow = nextDay.slice(0, 10)
      const dueTomorrow = studied.filter(({ state }) => state.dueDay === tomorrow)
      expect(dueTomorrow.length).toBeGreaterThan(0)
      expect(dueTomorrow.length).toBeLessThan(10)

      await travelTo(lastMinutes)
      expect((await queueOf(context.request)).counts).toEqual({ new: 0, learning: 0, review: 0 })
      await page.goto('/today')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due')
      await expect(page.getByText(/come tomorrow, from 04:00\.$|comes tomorrow, from 04:00\.$/)).toBeVisible()

      await travelTo(nextDay)
      const queue = await queueOf(context.request)
      expect(queue.counts).toEqual({ new: 10, learning: 0, review: dueTomorrow.length })
      expect(ids(queue.cards.filter(({ state }) => state.phase === 'review'))).toEqual(ids(dueTomorrow))
      await page.goto('/today')
      await expect(page.getByText(day)).toBeVisible()
      await expect(page.getByText(`${dueTomorrow.length} to review, 10 new.`)).toBeVisible()
    }, clockAt(evening))
  })
}
