// What teaches beside question and answer: other words at the next review, a why after the answer, and facts put together.

import { cardIdOf, noteIdOf } from '#lib/core/derived-id.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { answer, asked, expectActs, openReview, queueOf, question, showAnswer } from './review.ts'

const shadowText = (element: Element) => element.shadowRoot?.textContent ?? ''

test('a card that comes back is asked in other words, and the answer says which it was', async ({ page, guest }) => {
  await openReview(page)
  expect(await asked(page)).toBe('What does PML stand for?')
  await answer(page, 'Again')
  const rest = (await queueOf(page.request)).cards.length
  let shown = await asked(page)
  for (let turn = 0; turn < rest && !shown.includes('PML stand for'); turn++) {
    await answer(page, 'Easy')
    await expect(showAnswer(page)).toBeVisible()
    shown = await asked(page)
  }
  expect(shown).toBe('What does the term PML stand for?')
  await answer(page, 'Good')
  const id = cardIdOf(noteIdOf('pml', ['35'], 'term'), 'term:pml')
  await expect
    .poll(() => rowsOf(`SELECT variant FROM "Event" WHERE "userId" = $1 AND "cardId" = $2 ORDER BY seq`, [guest.learner.id, id]))
    .toEqual([{ variant: 0 }, { variant: 1 }])
})

test('a why follows the answer, and the source names the fact that says it', async ({ page, guest: _guest }) => {
  const id = cardIdOf(noteIdOf('pml', ['02'], 'cause'), 'cause')
  await openReview(page, `/review?cards=${id}`)
  expect(await asked(page)).toBe('Which virus causes PML?')
  await showAnswer(page).click()
  const said = await page
    .getByRole('region', { name: 'Answer' })
    .locator('> *')
    .evaluateAll((parts) => parts.map((part) => part.shadowRoot?.textContent ?? ''))
  expect(said).toEqual(['The JC virus', 'In PML, invasion of the oligodendrocyte by the JC virus results in demyelination.'])
  await page.keyboard.press('s')
  const source = page.getByRole('complementary', { name: 'Source' })
  await expect(source.getByText('Facts 02 and 04, Etiology')).toBeVisible()
})

for (const width of [1280, 390]) {
  test(`PML and PML-IRIS stand side by side at ${width} pixels`, async ({ page, guest: _guest }) => {
    await page.setViewportSize({ width, height: 800 })
    const id = cardIdOf(noteIdOf('pml', ['14', '15', '32'], 'contrast'), 'whole')
    await openReview(page, `/review?cards=${id}`)
    await showAnswer(page).click()
    const back = page.getByRole('region', { name: 'Answer' }).locator('> *').first()
    await expect(back.getByRole('columnheader')).toHaveText(['Feature', 'PML', 'PML-IRIS'])
    await expect(back.getByRole('row').nth(2)).toHaveText(/Mass effect\s*little to none\s*may be shown/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
}

test('a vignette comes only after each of its facts was answered', async ({ page, guest }) => {
  const vignette = cardIdOf(noteIdOf('pml', ['07', '10', '12', '15'], 'vignette'), 'disease:hiv:gait-abnormality')
  const [place] = await rowsOf<{ place: number }>(`SELECT place FROM "Card" WHERE "userId" = $1 AND id = $2`, [guest.learner.id, vignette])
  // Whoever suspends all other new cards, but one fact of it, still waits for that one.
  await rowsOf(`UPDATE "Card" SET suspended = true WHERE "userId" = $1 AND id <> $2 AND NOT ("factIds" = ARRAY['12'])`, [
    guest.learner.id,
    vignette,
  ])
  await openReview(page)
  expect(await asked(page)).toBe('Which signal change does MRI show in PML?')
  expect((await queueOf(page.request)).cards.map((card) => card.place)).not.toContain(place?.place)
  await answer(page, 'Easy')
  await expectActs(page.request, 1)
  await openReview(page)
  await expect.poll(() => question(page).evaluate(shadowText)).toContain('A patient with HIV presents with gait abnormality.')
})
