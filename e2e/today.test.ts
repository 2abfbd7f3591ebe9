// Today's states: the first day, something due, done, and what "study more" leads to.

import type { Page, Request } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answer, answerCards, expectActs, given, openReview, queueOf, rating, showAnswer } from './review.ts'

const NEW_A_DAY = 10

/** Answers the whole first day, so that nothing is left; the first card as said, all others Easy. */
async function finishFirstDay(page: Page, first: 'Easy' | 'Again' = 'Easy') {
  await openReview(page)
  await answer(page, first)
  // The forgotten card comes back within the sitting.
  await answerCards(page, first === 'Again' ? NEW_A_DAY : NEW_A_DAY - 1, 'Easy')
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused()
  await expectActs(page.request, first === 'Again' ? NEW_A_DAY + 1 : NEW_A_DAY)
}

test('the first day says how many cards there are and how long they take', async ({ page, guest }) => {
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten cards to begin')
  await expect(page.getByText(/The first ten take about \d+\smin/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible()
  await page.getByRole('link', { name: 'Start with ten cards' }).click()
  await expect(page).toHaveURL('/review')
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('a tab that is looked at again on a later day shows that day', async ({ page, guest: _guest }) => {
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten cards to begin')
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  // The links to Today are fetched ahead as well.
  const isRefresh = (request: Request) =>
    new URL(request.url()).pathname === '/today' && request.headers()['rsc'] === '1' && !('next-router-prefetch' in request.headers())
  let refreshed = 0
  page.on('request', (request) => (refreshed += isRefresh(request) ? 1 : 0))
  await look()
  await page.clock.setFixedTime(Date.now() + 24 * 60 * 60 * 1000)
  const again = page.waitForRequest(isRefresh)
  await look()
  await again
  expect(refreshed).toBe(1)
})

test('something due: the counts are those of the queue', async ({ page, guest }) => {
  await openReview(page)
  await answerCards(page, 3, 'Good')
  await given(page, 3)
  await expectActs(page.request, 3)
  await page.getByRole('link', { name: 'End sitting' }).click()
  await expect(page).toHaveURL('/today')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^10\scards, about \d+\sminutes?$/)
  await expect(page.getByText('3 in learning, 7 new.')).toBeVisible()
  const { counts } = await queueOf(page.request)
  expect(counts).toEqual({ new: 7, learning: 3, review: 0 })
  await expect(page.getByRole('table').getByRole('row').nth(1).getByRole('cell')).toHaveText(['7', '3', '0'])
  await page.getByRole('link', { name: 'Start review' }).click()
  await expect(showAnswer(page)).toBeVisible()
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('leaving before the answer arrived: Today, rendered without it, is asked for again', async ({ page, context, guest }) => {
  await openReview(page)
  let arrive = () => {}
  const arrival = new Promise<void>((done) => (arrive = done))
  await context.route('**/api/events', async (route) => {
    await arrival
    await route.continue()
  })
  await answer(page, 'Good')
  await given(page, 1)
  await context.route(
    /\/today\?_rsc/,
    async (route) => {
      const rendered = await route.fetch()
      const receipt = page.waitForResponse('**/api/events')
      arrive()
      await (await receipt).finished()
      await route.fulfill({ response: rendered })
    },
    { times: 1 },
  )
  await page.getByRole('link', { name: 'End sitting' }).click()
  await expect(page.getByText('1 in learning, 9 new.')).toBeVisible()
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('done: the end says what was done, Today what comes next', async ({ page, guest: _guest }) => {
  await finishFirstDay(page)
  await expect(page.getByText(/^10\scards in .* None was forgotten\./)).toBeVisible()
  await expect(page.getByRole('img', { name: /^10\sanswers in order: 0 Again, 0 Hard, 10 Good or Easy$/ })).toBeVisible()
  await page.getByRole('link', { name: 'Back to Today' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due')
  await expect(page.getByText(/^The next (\d+\scards come|card comes) .*, from 04:00\.$/)).toBeVisible()
})

test('study more: the next new cards, beyond the limit', async ({ page, guest }) => {
  await finishFirstDay(page)
  const before = await queueOf(page.request)
  expect(before.counts).toEqual({ new: 0, learning: 0, review: 0 })
  await page.getByRole('link', { name: 'Back to Today' }).click()
  await page.getByRole('link', { name: 'Study 10 more new cards' }).click()
  await expect(page).toHaveURL('/review?more=new')
  await answer(page, 'Easy')
  await expectActs(page.request, NEW_A_DAY + 1)
  const { touched } = await queueOf(page.request)
  expect(new Set(touched.map(({ card }) => card.id)).size).toBe(NEW_A_DAY + 1)
  expect(before.learner).toBe(guest.learner.id)
})

test('study more: forgotten cards as practice, which moves nothing', async ({ page, guest }) => {
  await finishFirstDay(page, 'Again')
  const before = await queueOf(page.request)
  await page.getByRole('link', { name: 'Back to Today' }).click()
  await page.getByRole('link', { name: /Practice 1\sforgotten card/ }).click()
  await showAnswer(page).click()
  await expect(rating(page, 'Hard')).toHaveCount(0)
  await rating(page, 'Good').click()
  await expect(page.getByRole('heading', { name: 'Practice is done' })).toBeVisible()
  await expectActs(page.request, NEW_A_DAY + 2)
  const after = await queueOf(page.request)
  const states = (queue: typeof before) => new Map(queue.touched.map(({ card }) => [card.id, card.state]))
  expect(states(after)).toEqual(states(before))
  expect(after.learner).toBe(guest.learner.id)
})
