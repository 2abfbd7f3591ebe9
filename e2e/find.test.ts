// Find: a search and what narrows it, the list by keyboard and mouse, acts on many with their undo, and what is said when it fails.

import type { APIRequestContext, Page } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, rowsOf } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck, ours } from './own.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Find cards' })
const grid = (page: Page) => page.getByRole('grid', { name: 'Cards found' })
/** Rows of cards, without the head. */
const rows = (page: Page) => grid(page).locator('[role=row][aria-selected]')
const sum = (page: Page) => page.locator('main [role=status]').filter({ hasText: /cards?$|Still shown/ })
const bar = (page: Page) => page.getByRole('toolbar')
const narrow = (page: Page) => page.getByRole('navigation', { name: 'Narrow the search' })

const QUESTIONS = ['Which virus is it?', 'Which cells are infected?', 'What does the MRI show?', 'What is the first sign?']

async function somePages(request: APIRequestContext, userId: string): Promise<{ deck: string; inner: string }> {
  const deck = await onlyOwnDeck(request, userId, 'Neurology')
  const inner = await makeDeck(request, 'Stroke', deck)
  for (const [index, front] of QUESTIONS.entries()) {
    const tags = [['neuro::virus'], ['neuro::cells', 'exam'], ['neuro::mri'], []][index] ?? []
    await makeNote(request, index === 3 ? inner : deck, 'question', { front, back: `Answer ${index}` }, tags)
  }
  return { deck, inner }
}

test('from the head into Find: words, what narrows, and the address that keeps both', async ({ page, guest }) => {
  await somePages(page.request, guest.learner.id)
  await page.goto('/today')
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Find' })).toBeVisible()
  await expect(sum(page)).toHaveText(/^4\scards$/)
  await field(page).fill('WHICH')
  await expect(sum(page)).toHaveText(/^2 of 4\scards$/)
  await expect(page).toHaveURL(/\?q=WHICH$/)
  await narrow(page).getByRole('link', { name: /^exam/ }).click()
  await expect(field(page)).toHaveValue('WHICH tag:exam')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).getByRole('link', { name: 'Which cells are infected?', exact: true })).toBeVisible()
  await narrow(page).getByRole('link', { name: /^exam/ }).click()
  await expect(field(page)).toHaveValue('WHICH')
  await page.goBack()
  await expect(field(page)).toHaveValue('WHICH tag:exam')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await narrow(page)
    .getByRole('link', { name: /^Stroke/ })
    .click()
  await expect(field(page)).toHaveValue('deck:Neurology::Stroke')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'by question, A to Z' })
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(rows(page)).toHaveCount(4)
  await expect(rows(page).first()).toContainText('What does the MRI show?')
  await page.reload()
  await expect(rows(page).first()).toContainText('What does the MRI show?')
  await rows(page).first().getByRole('link', { name: 'What does the MRI show?', exact: true }).click()
  await expect(page).toHaveURL(/\/cards\//)
  await page.goBack()
  await rows(page).first().getByRole('link', { name: /^Edit/ }).click()
  await expect(page).toHaveURL(/\/notes\//)
})

test('a word that cannot be read is shown with what to do, and the last list stays', async ({ page, guest, tolerate }) => {
  tolerate(/422/)
  await somePages(page.request, guest.learner.id)
  await page.goto('/find?q=which')
  await expect(rows(page)).toHaveCount(2)
  await field(page).fill('which prop:s<0,9')
  await expect(page.getByText('“0,9” is not a number here. Write it with a point: 0.9.')).toBeVisible()
  await expect(sum(page)).toHaveText(/^Still shown: your last search, which, 2\scards\.$/)
  await expect(rows(page)).toHaveCount(2)
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Write prop:s<0.9' }).click()
  await expect(field(page)).toHaveValue('which prop:s<0.9')
  await expect(page.getByText('No card is found.')).toBeVisible()
  await page.goto('/find?q=deck:Nowhere+mri')
  await expect(page.getByText(/You have no deck “Nowhere”/)).toBeVisible()
  await page.getByRole('button', { name: 'Leave this word out' }).click()
  await expect(rows(page)).toHaveCount(1)
})

test('the keyboard alone walks, selects, suspends, and takes it back', async ({ page, guest }) => {
  await somePages(page.request, guest.learner.id)
  await page.goto('/find?sort=text')
  await field(page).focus()
  await expect(rows(page)).toHaveCount(4)
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText('All 4 selected')
  await bar(page).getByRole('button', { name: 'Suspend' }).press('Enter')
  await expect(page.getByText(/4\scards suspended\./)).toBeVisible()
  await expect(rows(page).first()).toContainText('suspended')
  // The bar is gone, and the list has the focus that was in it.
  await expect(grid(page)).toBeFocused()
  await expect(narrow(page).getByRole('link', { name: /^Suspended/ })).toContainText('4')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('It is back, as it was.')).toBeVisible()
  await expect(rows(page).first()).not.toContainText('suspended')
  await grid(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cards\//)
})

test('selected by mouse, also all between two, then moved, and moved back', async ({ page, guest }) => {
  const { inner } = await somePages(page.request, guest.learner.id)
  await page.goto('/find?sort=text')
  const box = (index: number) => rows(page).nth(index).getByRole('checkbox')
  await box(0).click()
  await box(2).click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('3 selected')
  await box(2).click()
  await expect(bar(page)).toContainText('2 selected')
  await bar(page).getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByLabel('To the deck').selectOption({ label: 'Neurology, Stroke' })
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText(/1\snote moved to Stroke, each with all its cards\. 1\scard stayed/)).toBeVisible()
  const stands = () => rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND "deckId" = $2', [guest.learner.id, inner])
  expect(await stands()).toHaveLength(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back, as it was.')).toBeVisible()
  expect(await stands()).toHaveLength(1)
})

test('deleting says what goes, and all of it comes back', async ({ page, guest }) => {
  await somePages(page.request, guest.learner.id)
  await page.goto('/find')
  await page.getByRole('checkbox', { name: 'Select all that is found' }).click()
  await bar(page).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toContainText(/Delete the notes of 4\scards\?/)
  await page.getByRole('button', { name: 'Delete notes' }).click()
  await expect(page.getByText(/4\snotes deleted, with 4\scards\./)).toBeVisible()
  await expect(page.getByText('No cards yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(4)
})

test('tags: added to many, renamed and merged with all within, done away with, each with its undo', async ({ page, guest }) => {
  await somePages(page.request, guest.learner.id)
  await page.goto('/find')
  await page.getByRole('checkbox', { name: 'Select all that is found' }).click()
  await bar(page).getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add tag' }).click()
  await expect(page.getByText('A tag needs a name. Write one.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Tag' }).fill('ward')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/The tag “ward” added to 4\snotes\./)).toBeVisible()
  await expect(narrow(page).getByRole('link', { name: /^ward/ })).toContainText('4')
  await narrow(page)
    .getByRole('link', { name: /^neuro/ })
    .click()
  await narrow(page).getByRole('button', { name: 'Rename tag' }).click()
  await page.getByLabel('New name').fill('ward')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/“neuro” is “ward” now, in 3\snotes\./)).toBeVisible()
  await expect(field(page)).toHaveValue('tag:ward')
  await expect(rows(page)).toHaveCount(4)
  await expect(narrow(page).getByRole('link', { name: /^mri/ })).toContainText('1')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back, as it was.')).toBeVisible()
  await expect(narrow(page).getByRole('link', { name: /^neuro/ })).toContainText('3')
  await narrow(page).getByRole('button', { name: 'Delete tag' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete tag' }).click()
  await expect(page.getByText(/The tag “ward” is gone from 4\snotes\./)).toBeVisible()
  await expect(narrow(page).getByRole('link', { name: /^ward/ })).toHaveCount(0)
  await expect(page).toHaveURL(/\/find$/)
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Select all that is found' }).click()
  await bar(page).getByRole('button', { name: 'Remove tag' }).click()
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('neuro')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove tag' }).click()
  await expect(page.getByText(/The tag “neuro” removed from 3\snotes\./)).toBeVisible()
  await expect(narrow(page).getByRole('link', { name: /^neuro/ })).toHaveCount(0)
})

test('without a connection the list stays, and goes on when it is back', async ({ page, context, guest, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await somePages(page.request, guest.learner.id)
  await page.goto('/find')
  await expect(rows(page)).toHaveCount(4)
  await rows(page).first().getByRole('checkbox').click()
  await context.setOffline(true)
  await bar(page).getByRole('button', { name: 'Suspend' }).click()
  await expect(bar(page).getByRole('alert')).toContainText('The server cannot be reached.')
  await field(page).fill('mri')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(rows(page)).toHaveCount(4)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rows(page)).toHaveCount(1)
})

test('acts on all that a search found are refused where it finds others by now', async ({ page, guest, tolerate }) => {
  tolerate(/409/)
  const { deck } = await somePages(page.request, guest.learner.id)
  await page.goto('/find')
  await page.getByRole('checkbox', { name: 'Select all that is found' }).click()
  await makeNote(page.request, deck, 'question', { front: 'One more?', back: 'x' })
  const before = await everythingOf(guest.learner.id)
  await bar(page).getByRole('button', { name: 'Suspend' }).click()
  await expect(bar(page).getByRole('alert')).toContainText('The search finds 5 cards by now, not as many as you saw. Nothing was changed')
  expect(await everythingOf(guest.learner.id)).toBe(before)
  await bar(page).getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText(/5\scards suspended\./)).toBeVisible()
})

test('nothing of another’s is found or changed, and odd requests are refused', async ({ page, guest }) => {
  const other = await makeGuest()
  const cookie = `${other.cookie.name}=${other.cookie.value}`
  await somePages(page.request, guest.learner.id)
  await page.goto('/find')
  const cards = await rowsOf<{ id: string }>('SELECT id FROM "Card" WHERE "userId" = $1 AND "deletedAt" IS NULL', [guest.learner.id])
  const before = await everythingOf(guest.learner.id)
  const chosen = { ids: cards.map(({ id }) => id) }
  const headers = { ...ours, cookie }
  for (const act of [{ kind: 'suspend', suspended: true }, { kind: 'delete' }, { kind: 'tag', add: ['theirs'] }]) {
    await page.request.post('/api/find/acts', { headers, data: { chosen, act } })
  }
  expect(await everythingOf(guest.learner.id)).toBe(before)
  const suspend = { kind: 'suspend', suspended: true }
  for (const data of [
    {},
    { chosen: { ids: ['x'] }, act: suspend },
    { chosen, act: { kind: 'explode' } },
    { chosen: { ids: Array.from({ length: 10_001 }, () => uuidv7()) }, act: suspend },
    { chosen: { query: '', total: -1, except: [] }, act: suspend },
    { chosen, act: { kind: 'tag', add: [' :: '] } },
  ])
    expect((await page.request.post('/api/find/acts', { headers: ours, data })).status()).toBe(400)
  for (const from of ['x', '[]', '[1e999,0,"x"]', `["a",0,"${uuidv7()}"]`, `[1e300,0,"${uuidv7()}"]`])
    expect((await page.request.get(`/api/find?from=${encodeURIComponent(from)}`)).status(), from).toBe(400)
  for (const query of ['%00', '%ED%A0%80', "';--", '\\', '%25', '"', 'prop:due<99999999999', 'prop:due=1000000', 'x'.repeat(2_000)])
    expect([200, 422], query).toContain((await page.request.get(`/api/find?q=${query}&sort=${query.slice(0, 9)}`)).status())
})

const MANY = 20_000

/** Notes and cards past the app: one of each, with texts as a learner's import would have them. */
async function fill(userId: string, deck: string): Promise<void> {
  await rowsOf(
    `INSERT INTO "Note" ("userId", id, kind, fields, "createdAt", "updatedAt")
     SELECT $1::uuid, md5($1::text || n)::uuid, 'question', jsonb_build_object('front', 'Which fact is number ' || n || '?', 'back', 'Fact ' || n),
       timestamptz '2026-01-01' + n * interval '1 second', '2026-01-01' FROM generate_series(1, ${MANY}) AS n`,
    [userId],
  )
  await rowsOf(
    `INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, position, "createdAt")
     SELECT $1::uuid, md5('card' || $1::text || n)::uuid, md5($1::text || n)::uuid, $2, 'front', 'question', '{}', n, n,
       timestamptz '2026-01-01' + n * interval '1 second' FROM generate_series(1, ${MANY}) AS n`,
    [userId, deck],
  )
}

test('a list of many: any place of it is there at once, and all of it is acted on at once', async ({ page, context, guest, tolerate }) => {
  test.setTimeout(120_000)
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await fill(guest.learner.id, deck)
  await page.goto('/find?sort=created')
  await expect(sum(page)).toHaveText(/^20,000\scards$/)
  await expect(rows(page).first()).toContainText('Which fact is number 1?')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(MANY + 1))
  expect(await rows(page).count()).toBeLessThan(60)
  await grid(page).focus()
  await page.keyboard.press('End')
  await expect(rows(page).last()).toContainText(`Which fact is number ${MANY}?`)
  await expect(rows(page).last()).toBeInViewport()
  // As the thumb of the scroll bar is dragged: far from any page that was loaded.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  await expect(
    rows(page)
      .getByText(/Which fact is number (99|100)\d\d\?/)
      .first(),
  ).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(60)
  await context.setOffline(true)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 4))
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toBeAttached()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Load the rows again' }).click()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 4))
  await expect(
    rows(page)
      .getByText(/Which fact is number (49|50)\d\d\?/)
      .first(),
  ).toBeVisible()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  const deep = rows(page)
    .getByRole('link', { name: /^Which fact is number 100\d\d\?$/ })
    .nth(12)
  const name = (await deep.textContent()) ?? ''
  await deep.click()
  await expect(page).toHaveURL(/\/cards\//)
  await page.goBack()
  await expect(rows(page).getByRole('link', { name, exact: true })).toBeInViewport()
  await rows(page)
    .getByRole('checkbox', { name: `Select “${name}”` })
    .click()
  const at = await page.evaluate(() => scrollY)
  for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab')
  await bar(page).getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText('None of them is suspended.')).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(at)
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText('All 20,000 selected')
  await bar(page).getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText(/20,000\scards suspended\./)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back, as it was.')).toBeVisible({ timeout: 30_000 })
  const suspended = await rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND suspended', [guest.learner.id])
  expect(suspended).toEqual([])
  await field(page).fill('number 7777')
  // And 17777: a word of three letters or more is found within others.
  await expect(rows(page)).toHaveCount(2)
  await field(page).fill('"number 7777"')
  await expect(rows(page)).toHaveCount(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 768, 390, 320]) {
    test(`axe finds nothing, and nothing runs over, at ${width} px, ${colorScheme}`, async ({ page, guest: _guest, tolerate }) => {
      tolerate(/422/)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const deck = await makeDeck(page.request, 'Ward round')
      await makeNote(page.request, deck, 'cloze', { text: 'The {{c1::JC virus}} invades {{c2::oligodendrocytes::which cells}}.' }, [
        'neuro::virus',
      ])
      const check = async (name: string) => {
        expect(await faults(page), name).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width)
      }
      await page.goto('/find')
      await expect(rows(page).first()).toBeVisible()
      await check('all')
      await rows(page).nth(1).getByRole('checkbox').click()
      await rows(page).nth(3).getByRole('checkbox').click()
      await check('selected')
      await bar(page).getByRole('button', { name: 'Add tag' }).click()
      await check('tag')
      await page.keyboard.press('Escape')
      await bar(page).getByRole('button', { name: 'Suspend' }).click()
      await expect(page.getByText(/2\scards suspended\./)).toBeVisible()
      await check('done')
      await page.getByRole('button', { name: 'Words' }).click()
      await check('words')
      await page.keyboard.press('Escape')
      if (width < 960) {
        await page.getByRole('button', { name: 'Narrow' }).click()
        await check('narrow')
        await page
          .getByRole('dialog')
          .getByRole('link', { name: /^virus/ })
          .click()
        await expect(field(page)).toHaveValue('tag:neuro::virus')
      }
      await page.goto('/find?q=deck:"Ward+round"+prop:s<0,9+mri')
      await expect(page.getByText(/is not a number here/)).toBeVisible()
      await check('fault')
      await page.goto('/find?q=zebra')
      await expect(page.getByText('No card is found.')).toBeVisible()
      await check('nothing')
    })
  }
}
