// Careless hands: double clicks, the way back in the middle of things, two tabs at once. Nothing is done twice, and nothing is lost.

import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { makeNote, onlyOwnDeck } from './own.ts'
import { answer, asked, expectActs, given, openReview, question, queueOf, rating, showAnswer } from './review.ts'

const ratingsOf = async (userId: string) => {
  const rows = await rowsOf<{ rating: number }>('SELECT rating FROM "Event" WHERE "userId" = $1 ORDER BY cursor', [userId])
  return rows.map((row) => row.rating)
}

test('a double click shows the answer and rates nothing; another rates once and shows no answer', async ({ page, guest }) => {
  await openReview(page)
  const first = await asked(page)
  await showAnswer(page).dblclick()
  await expect(rating(page, 'Good')).toBeVisible()
  await given(page, 0)
  expect(await question(page).evaluate((element) => element.shadowRoot?.textContent?.trim())).toBe(first)
  await rating(page, 'Good').dblclick()
  await given(page, 1)
  await expectActs(page.request, 1)
  await expect(showAnswer(page)).toBeVisible()
  expect(await ratingsOf(guest.learner.id)).toEqual([3])
})

test('two tabs of one browser: each answers, both count once, and each hears of the other', async ({ page, context, guest }) => {
  const second = await context.newPage()
  await openReview(page)
  await openReview(second)
  await answer(page, 'Easy')
  await expectActs(page.request, 1)
  await answer(second, 'Easy')
  await expectActs(page.request, 2)
  await answer(page, 'Again')
  await expectActs(page.request, 3)
  await expect.poll(() => ratingsOf(guest.learner.id)).toEqual([4, 4, 1])
  await given(page, 3)
  await answer(second, 'Good')
  await given(second, 4)
  const queue = await queueOf(page.request)
  expect(queue.acts).toHaveLength(4)
  const numbers = await rowsOf<{ seq: number }>('SELECT seq FROM "Event" WHERE "userId" = $1 ORDER BY cursor', [guest.learner.id])
  expect(numbers.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('back and forth in the middle of a sitting asks for nothing twice', async ({ page, guest }) => {
  await page.goto('/today')
  await page.getByRole('link', { name: /^Start with/ }).click()
  await expect(question(page)).toBeFocused()
  await answer(page, 'Easy')
  await answer(page, 'Easy')
  const third = await asked(page)
  await showAnswer(page).click()
  await page.goBack()
  await expect(page).toHaveURL('/today')
  await page.goForward()
  await expect(question(page)).toHaveText(third)
  await given(page, 2)
  await answer(page, 'Easy')
  await expectActs(page.request, 3)
  expect(await ratingsOf(guest.learner.id)).toEqual([4, 4, 4])
})

test('what is typed into a note in review outlives the way back, and goes along to all fields', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await makeNote(page.request, deck, 'question', { front: 'Which virus?', back: 'JC virus' })
  await page.goto('/today')
  await page.getByRole('link', { name: /^Start with/ }).click()
  await expect(question(page)).toBeFocused()
  const front = page.getByLabel('Question', { exact: true })
  await page.keyboard.press('e')
  await expect(front).toBeFocused()
  await front.fill('Which polyomavirus?')
  await page.goBack()
  await expect(page).toHaveURL('/today')
  await page.goForward()
  await expect(question(page)).toBeFocused()
  // A way that begins while the one before it is still under way takes its place in the history.
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('e')
  await expect(front).toHaveValue('Which polyomavirus?')
  await page.getByRole('link', { name: 'All fields' }).click()
  await expect(page).toHaveURL(/\/notes\//)
  await expect(page.getByRole('heading', { level: 1, name: 'Note' })).toBeVisible()
  await expect(front).toHaveValue('Which polyomavirus?')
  await page.goBack()
  await expect(question(page)).toBeFocused()
  await page.keyboard.press('e')
  await expect(front).toHaveValue('Which polyomavirus?')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(front).toHaveValue('Which virus?')
})

test('buttons that are pressed twice do their thing once', async ({ page, guest }) => {
  const { request } = page
  const deck = await onlyOwnDeck(request, guest.learner.id)
  const note = await makeNote(request, deck, 'question', { front: 'Which virus?', back: 'JC virus' })
  await page.goto(`/decks/${deck}/new`)
  await page.getByLabel('Question', { exact: true }).fill('Which cell?')
  await page.getByLabel('Answer', { exact: true }).fill('Oligodendrocyte')
  await page.getByRole('button', { name: /^Save/ }).dblclick()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  const notes = () =>
    rowsOf<{ gone: boolean }>(
      'SELECT n."deletedAt" IS NOT NULL AS gone FROM "Note" n JOIN "Card" c ON c."userId" = n."userId" AND c."noteId" = n.id WHERE c."userId" = $1 AND c."deckId" = $2 ORDER BY gone',
      [guest.learner.id, deck],
    )
  expect(await notes()).toHaveLength(2)
  await page.goto(`/notes/${note}`)
  await page.getByRole('button', { name: 'Delete note' }).dblclick()
  await expect(page).toHaveURL(new RegExp(`/decks/${deck}`))
  await expect.poll(notes).toEqual([{ gone: false }, { gone: true }])
  await page.goto('/decks')
  await page.getByRole('button', { name: 'New deck' }).click()
  await page.getByLabel('Name').fill('Made once')
  await page.getByRole('button', { name: 'Make deck' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Made once' })).toBeVisible()
  expect(await rowsOf('SELECT 1 FROM "Deck" WHERE "userId" = $1 AND name = $2', [guest.learner.id, 'Made once'])).toHaveLength(1)
  await page.getByRole('button', { name: 'Delete deck' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete deck' }).dblclick()
  await expect(page).toHaveURL(/\/decks\?deleted=/)
  await page.getByRole('button', { name: /^Undo/ }).dblclick()
  await expect(page.getByText('It is back, as it was.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Made once' })).toBeVisible()
})
