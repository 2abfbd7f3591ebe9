// The review on a telephone: touch does all that keys do, and targets are large enough for a finger.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { asked, expectActs, given, openReview, question, queueOf, rating, showAnswer } from './review.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const fromMenu = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /^More:/ }).tap()
  await page.getByRole('button', { name, exact: true }).tap()
}

test('show, rate and undo by touch', async ({ page, guest }) => {
  await openReview(page)
  const first = await asked(page)
  await showAnswer(page).tap()
  await rating(page, 'Hard').tap()
  await given(page, 1)
  await expectActs(page.request, 1)
  expect((await queueOf(page.request)).touched[0]?.events).toMatchObject([{ rating: 2 }])
  await page.getByRole('button', { name: 'Undo the last answer' }).tap()
  await expect(question(page)).toHaveText(first)
  await expectActs(page.request, 0)
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('source, bury, suspend, keys and the way out by touch', async ({ page, guest }) => {
  await openReview(page)
  await showAnswer(page).tap()
  await fromMenu(page, 'Source')
  const source = page.getByRole('complementary', { name: 'Source' })
  await expect(source).toBeVisible()
  await source.getByRole('button', { name: 'Close the source' }).tap()
  await expect(source).toBeHidden()
  await fromMenu(page, 'Bury until tomorrow')
  await expect(page.getByText('Card buried until tomorrow.')).toBeVisible()
  await fromMenu(page, 'Suspend')
  await expect(page.getByText('Card suspended: it no longer comes back.')).toBeVisible()
  await expectActs(page.request, 2)
  await page.getByRole('button', { name: 'Undo', exact: true }).tap()
  await expectActs(page.request, 1)
  await fromMenu(page, 'Keys')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('link', { name: 'End' }).tap()
  await expect(page).toHaveURL('/today')
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

test('every target of the review is at least 44 px high and wide', async ({ page, guest }) => {
  await openReview(page)
  const tooSmall = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a[href]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip'))
        .map((element) => ({ name: element.innerText, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    )
  expect(await tooSmall()).toEqual([])
  await showAnswer(page).tap()
  await expect(rating(page, 'Good')).toBeVisible()
  expect(await tooSmall()).toEqual([])
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})
