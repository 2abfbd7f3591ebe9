// Undo restores exactly, as deep as the sitting goes, also after a reload and in another tab.

import { expect, test } from './fixtures.ts'
import { signIn } from './learners.ts'
import { answer, asked, expectActs, given, openReview, question, queueOf } from './review.ts'

test('undo restores the card, the queue and its order exactly', async ({ page, guest }) => {
  await openReview(page)
  const before = await queueOf(page.request)
  const texts: string[] = []
  for (const name of ['Good', 'Again', 'Easy', 'Hard'] as const) {
    texts.unshift(await asked(page))
    await answer(page, name)
  }
  await expectActs(page.request, 4)
  for (const text of texts) {
    await page.keyboard.press('u')
    await expect(question(page)).toHaveText(text)
  }
  await given(page, 0)
  await expectActs(page.request, 0)
  const after = await queueOf(page.request)
  expect(after.cards).toEqual(before.cards)
  expect(after.load).toEqual(before.load)
  expect(after.learner).toBe(guest.learner.id)
})

test('undo reaches back over a reload', async ({ page, guest }) => {
  await openReview(page)
  const first = await asked(page)
  const before = await queueOf(page.request)
  await answer(page, 'Good')
  const second = await asked(page)
  await answer(page, 'Easy')
  await expectActs(page.request, 2)
  await page.reload()
  await expect(question(page)).toBeFocused()
  await page.keyboard.press('u')
  await expect(question(page)).toHaveText(second)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(question(page)).toHaveText(first)
  await expectActs(page.request, 0)
  expect((await queueOf(page.request)).cards).toEqual(before.cards)
  expect(before.learner).toBe(guest.learner.id)
})

test('undoing a suspension after a reload stays within the limit of new cards', async ({ page, guest }) => {
  await openReview(page)
  const left = page.getByText(/^\d+ left$/)
  const before = await left.textContent()
  await page.keyboard.press('@')
  await expectActs(page.request, 1)
  await page.reload()
  // Another new card has come in its place.
  await expect(left).toHaveText(before ?? '')
  await page.keyboard.press('u')
  await expectActs(page.request, 0)
  await expect(left).toHaveText(before ?? '')
  expect((await queueOf(page.request)).counts.new).toBe(10)
  expect((await queueOf(page.request)).full.new).toHaveLength(1)
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('undo works in another browser of the same learner', async ({ page, guest, newContext }) => {
  await openReview(page)
  const first = await asked(page)
  await answer(page, 'Again')
  await expectActs(page.request, 1)
  const elsewhere = await newContext()
  await signIn(elsewhere, guest)
  const other = await elsewhere.newPage()
  await openReview(other)
  await other.keyboard.press('u')
  await expect(question(other)).toHaveText(first)
  await expectActs(page.request, 0)
})

test('with nothing done, there is nothing to undo', async ({ page, guest }) => {
  await openReview(page)
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
  await page.keyboard.press('u')
  await answer(page, 'Good')
  await given(page, 1)
  await expectActs(page.request, 1)
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})
