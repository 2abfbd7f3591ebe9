// The review by its keys alone.

import { expect, test } from './fixtures.ts'
import { asked, expectActs, given, openReview, question, queueOf, rating, showAnswer } from './review.ts'

test.beforeEach(async ({ page, guest }) => {
  await openReview(page)
  expect((await queueOf(page.request)).learner).toBe(guest.learner.id)
})

for (const [key, value] of [
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['Space', 3],
  ['Enter', 3],
] as const) {
  test(`${key} on an answer rates it ${value}`, async ({ page }) => {
    await page.keyboard.press('Space')
    await expect(rating(page, 'Good')).toBeVisible()
    await page.keyboard.press(key)
    await given(page, 1)
    await expectActs(page.request, 1)
    const [answered] = (await queueOf(page.request)).touched
    expect(answered?.events).toMatchObject([{ kind: 'answer', rating: value, practice: false, variant: 0 }])
  })
}

test('a rating does nothing before the answer is shown', async ({ page }) => {
  await page.keyboard.press('3')
  await page.keyboard.press('s')
  await page.keyboard.press('Space')
  await expect(rating(page, 'Good')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Source' })).toBeHidden()
  await given(page, 0)
})

test('a key that is held down counts once', async ({ page }) => {
  await page.keyboard.down('Space')
  for (let index = 0; index < 5; index++) await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  await expect(rating(page, 'Good')).toBeVisible()
  await given(page, 0)
})

for (const key of ['u', 'z', 'Control+z']) {
  test(`${key} undoes`, async ({ page }) => {
    const first = await asked(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('4')
    await given(page, 1)
    await page.keyboard.press(key)
    await given(page, 0)
    await expect(question(page)).toHaveText(first)
    await expect(showAnswer(page)).toBeVisible()
    await expectActs(page.request, 0)
  })
}

test('s opens the source with its facts and citation, and closes it', async ({ page }) => {
  await page.keyboard.press('Space')
  const before = page.getByRole('region', { name: 'Answer' }).or(question(page)).last()
  await expect(before).toBeFocused()
  await page.keyboard.press('s')
  const source = page.getByRole('complementary', { name: 'Source' })
  await expect(source.getByRole('term')).toHaveText(/^Facts? \d\d/)
  await expect(source.getByText(/Reference of 2012/)).toBeVisible()
  await expect(source.getByRole('heading', { name: 'Source' })).toBeFocused()
  await page.keyboard.press('s')
  await expect(source).toBeHidden()
  await expect(before).toBeFocused()
})

test('- buries until tomorrow, @ suspends, and u takes back each', async ({ page }) => {
  const first = await asked(page)
  await page.keyboard.press('-')
  await expect(page.getByText('Card buried until tomorrow.')).toBeVisible()
  await expect(question(page)).not.toHaveText(first)
  await expectActs(page.request, 1)
  const second = await asked(page)
  await page.keyboard.press('@')
  await expect(page.getByText('Card suspended: it no longer comes back.')).toBeVisible()
  await expectActs(page.request, 2)
  const marked = (await queueOf(page.request)).touched.map(({ card }) => card.state)
  expect(marked.filter(({ suspended }) => suspended)).toHaveLength(1)
  expect(marked.filter(({ buriedUntilDay }) => buriedUntilDay !== null)).toHaveLength(1)
  await page.keyboard.press('u')
  await expect(question(page)).toHaveText(second)
  await page.keyboard.press('u')
  await expect(question(page)).toHaveText(first)
  await expectActs(page.request, 0)
})

test('? shows the keys, under which the others sleep; Esc closes them, then leaves', async ({ page }) => {
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys in review' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('-')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Card buried until tomorrow.')).toBeHidden()
  await expect(page).toHaveURL('/review')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/today')
})

test('Space on a focused button presses that button', async ({ page }) => {
  await page.keyboard.press('Space')
  await rating(page, 'Again').focus()
  await page.keyboard.press('Space')
  await expectActs(page.request, 1)
  expect((await queueOf(page.request)).touched[0]?.events).toMatchObject([{ rating: 1 }])
})
