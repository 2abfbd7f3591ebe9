// Days with nothing in them, and notes with too much: each page says what is so, and what to do.

import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck } from './own.ts'
import { openReview, question, showAnswer } from './review.ts'
import { changeElsewhere } from './settings.ts'

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

test('decks without cards: nothing is due, and the deck asks for a first note', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await makeDeck(page.request, 'Empty, too', deck)
  await page.goto('/today')
  await heading(page, 'Nothing is due')
  expect(await faults(page)).toEqual([])
  await page.goto(`/decks/${deck}`)
  await expect(page.getByRole('link', { name: 'Write a note' })).toBeVisible()
  await page.goto(`/review?deck=${deck}`)
  await heading(page, 'Done for today')
  await page.goto('/progress')
  await expect(page.getByRole('main').getByRole('link', { name: 'Decks' })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('no deck at all: the pages stand, and a deck can be made', async ({ page, guest }) => {
  await rowsOf('UPDATE "Deck" SET "deletedAt" = now() WHERE "userId" = $1', [guest.learner.id])
  for (const path of ['/today', '/review', '/decks', '/progress']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await faults(page), path).toEqual([])
  }
  await page.goto('/decks')
  await page.getByRole('button', { name: 'New deck' }).first().click()
  await page.getByLabel('Name').fill('Ward round')
  await page.getByRole('button', { name: 'Make deck' }).click()
  await heading(page, 'Ward round')
})

test('all cards suspended: nothing is due, and nothing is asked', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  for (const front of ['One?', 'Two?']) await makeNote(page.request, deck, 'question', { front, back: 'Yes' })
  await openReview(page)
  await page.keyboard.press('@')
  await expect(question(page)).toHaveText('Two?')
  await page.keyboard.press('@')
  await heading(page, 'Done for today')
  await expect.poll(() => rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND suspended', [guest.learner.id])).toHaveLength(2)
  await page.goto('/today')
  await heading(page, 'Nothing is due')
  const [card] = await rowsOf<{ id: string }>('SELECT id FROM "Card" WHERE "userId" = $1 AND "deckId" = $2', [guest.learner.id, deck])
  await page.goto(`/cards/${card?.id}`)
  await expect(page.getByText(/suspended/i).first()).toBeVisible()
})

test('on the first day, decks of one’s own are counted with the shipped one', async ({ page, guest: _guest }) => {
  await page.goto('/today')
  const ready = page.getByText(/\(PML\) deck is ready: \d+\scards, each with its source\./)
  const cards = Number(/(\d+)\scards/.exec(await ready.innerText())?.[1])
  const deck = await makeDeck(page.request, 'Ward round')
  await makeDeck(page.request, 'Nothing in it')
  await makeNote(page.request, deck, 'question', { front: 'Which virus?', back: 'JC virus' })
  await page.reload()
  await expect(page.getByText(new RegExp(`^${cards + 1}\\scards in 2\\sdecks are ready\\.`))).toBeVisible()
})

test('too much for one note is said where it was written, and nothing is lost', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  const front = page.getByLabel('Question', { exact: true })
  await front.fill('Which virus?')
  await page.getByLabel('Answer', { exact: true }).fill('JC virus')
  await page.getByLabel('Tags').fill(`ward, ${'x'.repeat(70)}`)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'A tag holds at most 60 characters.' })).toBeVisible()
  await page.getByLabel('Tags').fill('ward')
  await front.evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', 'x'.repeat(30_000))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(page.getByText('The end of what you pasted was left out')).toBeVisible()
  await page.getByLabel('Type').selectOption('list')
  await page.getByLabel('What the list is', { exact: true }).fill('Numbers')
  await page.getByLabel('Item 1', { exact: true }).fill(Array.from({ length: 150 }, (_, index) => `Number ${index}`).join('\n'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'A list holds at most a hundred items.' })).toBeVisible()
  await page.getByLabel('Type').selectOption('question')
  await expect(front).toHaveValue('Numbers')
  await front.press('Control+Enter')
  await expect(page.getByText(/^Saved 1\scard\./)).toBeVisible()
})

test('without any keys the review is worked by its buttons, and says no key', async ({ page, guest: _guest }) => {
  const none = { go: [], again: [], hard: [], good: [], easy: [], undo: [], source: [], edit: [], bury: [], suspend: [] }
  await changeElsewhere(page, { preferences: { keys: { ...none, information: [], keys: [], leave: [] } } })
  await openReview(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('u')
  await expect(page.locator('kbd:visible')).toHaveCount(0)
  await showAnswer(page).click()
  await page.getByRole('button', { name: /^Easy/ }).click()
  await expect(page.getByRole('progressbar', { name: 'Answers given' })).toHaveAttribute('aria-valuenow', '1')
})
