// The server goes away and comes back: the open tab goes on, says how many answers wait, and they arrive.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { type OwnServer, withServer } from './own-server.ts'
import { answerCards, asked, expectActs, given, openReview, queueOf, question } from './review.ts'

const waiting = (page: Page, count: number, where: string) =>
  page.getByRole('status').filter({ hasText: new RegExp(`^${where} ${count}\\sanswers? waits? on this device\\.`) })

async function beginAt(page: Page, { url }: OwnServer) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Start reviewing' }).click()
  await expect(question(page)).toBeFocused()
}

// A server that is starting answers 503 until it is ready.
test.beforeEach(({ tolerate }) => tolerate(/net::ERR_(CONNECTION_(REFUSED|RESET)|INTERNET_DISCONNECTED|EMPTY_RESPONSE)|a status of 503/))

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`the server ends by ${signal} and comes back`, async ({ newContext }) => {
    await withServer(async (server) => {
      const context = await newContext({ baseURL: server.url })
      const page = await context.newPage()
      await beginAt(page, server)
      await answerCards(page, 1, 'Easy')
      await expectActs(page.request, 1)

      await server.stop(signal)
      const before = await asked(page)
      await answerCards(page, 3, 'Easy')
      await given(page, 4)
      expect(await asked(page)).not.toBe(before)
      await expect(waiting(page, 3, 'Server away\\.')).toBeVisible()

      await server.start()
      await expect(waiting(page, 3, 'Server away\\.')).toHaveCount(0)
      await expectActs(page.request, 4)
      const rows = await rowsOf<{ seq: number }>('SELECT seq FROM "Event" ORDER BY cursor', [], server.databaseUrl)
      expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
      await answerCards(page, 1, 'Good')
      await expectActs(page.request, 5)
    })
  })
}

test('what was undone while the server was away is undone when it is back', async ({ page, guest, context }) => {
  await openReview(page)
  const first = await asked(page)
  await context.route('**/api/events', (route) => route.abort('connectionrefused'))
  await answerCards(page, 1, 'Again')
  await page.keyboard.press('u')
  await expect(question(page)).toHaveText(first)
  await expect(waiting(page, 2, 'Server away\\.')).toBeVisible()
  await context.unroute('**/api/events')
  await answerCards(page, 1, 'Easy')
  await expectActs(page.request, 1)
  const [touched] = (await queueOf(page.request)).touched
  expect(touched?.card.state).toMatchObject({ phase: 'review', reps: 1, lapses: 0 })
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('offline: the tab goes on, and sends by itself when the connection is back', async ({ page, guest, context }) => {
  await openReview(page)
  await context.setOffline(true)
  await answerCards(page, 2, 'Good')
  await given(page, 2)
  await expect(waiting(page, 2, 'Offline\\.')).toBeVisible()
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toEqual([])
  await context.setOffline(false)
  await expectActs(page.request, 2)
  await expect(page.getByText(/on this device/)).toHaveCount(0)
})

test('answers that arrived, but whose receipt was lost, are kept once', async ({ page, guest, context }) => {
  await openReview(page)
  await context.route('**/api/events', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await answerCards(page, 2, 'Good')
  await expect(waiting(page, 2, 'Server away\\.')).toBeVisible()
  await expectActs(page.request, 2)
  await context.unroute('**/api/events')
  await answerCards(page, 1, 'Good')
  await expectActs(page.request, 3)
  await expect(page.getByText(/on this device/)).toHaveCount(0)
  expect(await rowsOf('SELECT 1 FROM "Event" WHERE "userId" = $1', [guest.learner.id])).toHaveLength(3)
})
