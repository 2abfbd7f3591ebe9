// Content and names that nobody would write, and that somebody will: endless words, other directions, emoji, tables and formulas
// wider than the window, decks within decks. Nothing is cut, at 320 px in the largest letters and on a desk.

import { cut } from './cut.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck } from './own.ts'
import { answer, expectActs, openReview, question, showAnswer } from './review.ts'
import { changeElsewhere } from './settings.ts'

const WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'
const LONG = WORD.repeat(6)
const ARABIC = 'ما الفيروس الذي يسبب PML؟'
const FAMILY = '👩🏽‍⚕️👨‍👩‍👧‍👦🧠🇵🇹'

const notes: [string, string, string][] = [
  ['an endless word', LONG, `${LONG} ${LONG}`],
  ['another direction', ARABIC, 'فيروس JC (JCV)!'],
  ['emoji', `${FAMILY}?`, FAMILY.repeat(30)],
  ['an endless address', `https://example.org/${'a'.repeat(300)}`, `[link](https://example.org/${'b'.repeat(300)})`],
  ['a wide table', `| ${'column | '.repeat(14)}\n|${'---|'.repeat(14)}\n| ${`${WORD} | `.repeat(14)}`, 'Table'],
  ['a wide formula', `$$${'\\frac{a_1}{b_2} + '.repeat(30)} 1$$`, `$${'x+'.repeat(120)}1$`],
  ['a line of code', `\`${'c'.repeat(300)}\``, `\`\`\`\n${'d '.repeat(300)}\n\`\`\``],
  ['a list within lists', `${Array.from({ length: 6 }, (_, level) => `${'  '.repeat(level)}- level ${level} ${WORD}`).join('\n')}`, 'List'],
]

for (const [width, textSize] of [
  [320, 'largest'],
  [1280, 'normal'],
] as const) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 700 } })
    for (const [name, front, back] of notes) {
      test(`${name}: the card, its pages and its editor hold it`, async ({ page, guest }) => {
        const { request } = page
        const deckId = await onlyOwnDeck(request, guest.learner.id, name)
        const noteId = await makeNote(request, deckId, 'question', { front, back, why: back, source: front.slice(0, 400) })
        await changeElsewhere(page, { preferences: { textSize, source: true } })
        await openReview(page)
        expect.soft(await cut(page), 'question').toEqual([])
        await showAnswer(page).click()
        expect.soft(await cut(page), 'answer').toEqual([])
        await page.keyboard.press('e')
        await expect(page.locator('textarea').first()).toBeFocused()
        expect.soft(await cut(page), 'editing').toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('1')
        await expectActs(request, 1)
        const [card] = await rowsOf<{ id: string }>('SELECT id FROM "Card" WHERE "userId" = $1 AND "noteId" = $2', [
          guest.learner.id,
          noteId,
        ])
        for (const path of [`/cards/${card?.id}`, `/notes/${noteId}`, `/decks/${deckId}`, '/progress', '/today']) {
          await page.goto(path)
          expect.soft(await cut(page), path).toEqual([])
        }
        await openReview(page)
        await answer(page, 'Easy')
        await expect(page.getByRole('heading', { name: /^Done for/ })).toBeVisible()
        expect.soft(await cut(page), 'end').toEqual([])
      })
    }

    test('decks far within decks, with endless names', async ({ page, guest }) => {
      const { request } = page
      let parentId = await onlyOwnDeck(request, guest.learner.id, LONG.slice(0, 200))
      const top = parentId
      for (const name of [ARABIC, FAMILY, ...Array.from({ length: 22 }, (_, level) => `Level ${level} of ${WORD}`)]) {
        parentId = await makeDeck(request, name, parentId)
      }
      await makeNote(request, parentId, 'question', { front: 'At the bottom?', back: 'Yes' })
      for (const path of ['/decks', `/decks/${parentId}`, `/decks/${parentId}/new`, `/decks/${top}`, '/today', '/progress']) {
        await page.goto(path)
        expect.soft(await cut(page), path).toEqual([])
      }
      await openReview(page, `/review?deck=${top}`)
      await expect(question(page)).toHaveText('At the bottom?')
      expect.soft(await cut(page), 'review').toEqual([])
    })
  })
}
