// Two learners, in one browser and in two: neither's answers ever land under the other.

import { expect, test } from './fixtures.ts'
import { makeGuest, rowsOf, signIn } from './learners.ts'
import { answer, answerCards, asked, expectActs, given, killTab, openReview, queueOf } from './review.ts'

const ratingsOf = async (userId: string) => {
  const rows = await rowsOf<{ rating: number }>('SELECT rating FROM "Event" WHERE "userId" = $1 ORDER BY cursor', [userId])
  return rows.map(({ rating }) => rating)
}

test('one browser: what one learner left unsent waits for that learner', async ({ page, context, guest, tolerate }) => {
  tolerate(/net::ERR_CONNECTION_REFUSED/)
  const second = await makeGuest()
  await openReview(page)
  await context.route('**/api/events', (route) => route.abort('connectionrefused'))
  await answerCards(page, 2, 'Again')
  await given(page, 2)
  await killTab(page)
  await context.clearCookies()
  await context.unroute('**/api/events')

  await signIn(context, second)
  const theirs = await context.newPage()
  await openReview(theirs)
  await given(theirs, 0)
  await expect(theirs.getByText(/on this device/)).toHaveCount(0)
  await answer(theirs, 'Easy')
  await expectActs(theirs.request, 1)
  expect(await ratingsOf(second.learner.id)).toEqual([4])
  expect(await ratingsOf(guest.learner.id)).toEqual([])
  await theirs.goto('/today')
  await expect(theirs.getByText(/^2\sanswers wait on this device, of somebody who studied in this browser before/)).toBeVisible()
  await theirs.close()

  await context.clearCookies()
  await signIn(context, guest)
  const again = await context.newPage()
  await again.goto('/review')
  await expectActs(again.request, 2)
  expect(await ratingsOf(guest.learner.id)).toEqual([1, 1])
  expect(await ratingsOf(second.learner.id)).toEqual([4])
})

test('one browser: a tab that stayed open does not send under the learner who came after', async ({ page, context, guest, tolerate }) => {
  tolerate(/the server responded with a status of 401/)
  const second = await makeGuest()
  await openReview(page)
  await context.clearCookies()
  await signIn(context, second)
  await answerCards(page, 1, 'Good')
  await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended.' })).toBeVisible()
  expect((await queueOf(page.request)).learner).toBe(second.learner.id)
  expect(await ratingsOf(second.learner.id)).toEqual([])
  expect(await ratingsOf(guest.learner.id)).toEqual([])
})

test('two browsers: each has a day of their own', async ({ page, guest, newContext }) => {
  const second = await makeGuest()
  const elsewhere = await newContext()
  await signIn(elsewhere, second)
  const theirs = await elsewhere.newPage()
  await openReview(page)
  await answerCards(page, 3, 'Easy')
  await expectActs(page.request, 3)

  await openReview(theirs)
  const { counts, touched } = await queueOf(elsewhere.request)
  expect(counts).toEqual({ new: 10, learning: 0, review: 0 })
  expect(touched).toEqual([])
  await answer(theirs, 'Again')
  await expectActs(elsewhere.request, 1)
  await page.reload()
  await asked(page)
  expect((await queueOf(page.request)).counts).toEqual({ new: 7, learning: 0, review: 0 })
  expect(await ratingsOf(guest.learner.id)).toEqual([4, 4, 4])
  expect(await ratingsOf(second.learner.id)).toEqual([1])
})
