// Pasting a table or a list: looked at row by row, added once, taken back by one undo, and nothing lost on the way.

import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, rowsOf } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck, ours } from './own.ts'

const TABLE = [
  'Which virus is the cause of PML?\tJC virus\tetiology',
  'In PML, the JC virus invades {{c1::oligodendrocytes::which cells}}.',
  'What is natalizumab given for?\tMultiple sclerosis\tetiology',
  'Which cell does the JC virus invade in PML?\tThe oligodendrocyte\tmechanism',
  'what is natalizumab  given for?\tMS\tetiology',
  'Prognosis',
].join('\n')

const field = (page: Page) => page.getByRole('textbox', { name: 'Rows' })
const rows = (page: Page) => page.getByRole('list', { name: 'Rows' }).getByRole('listitem')
const add = (page: Page) => page.getByRole('button', { name: /^Add [\d,]+\snotes?$/ })
/** What a row shows, cards in their shadow roots. */
const shownIn = (page: Page, row: number) =>
  rows(page)
    .nth(row)
    .locator('[class*=card] > div')
    .evaluateAll((hosts) => hosts.map((host) => host.shadowRoot?.textContent?.trim() ?? ''))
const notesOf = (deck: string) =>
  rowsOf<{ kind: string; fields: Record<string, string>; tags: string[] }>(
    `SELECT n.kind, n.fields, n.tags FROM "Note" n WHERE n."deletedAt" IS NULL AND EXISTS (
       SELECT 1 FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id AND c."deckId" = $1 AND c."deletedAt" IS NULL) ORDER BY n.id`,
    [deck],
  )

async function openPaste(page: Page, deck: string): Promise<void> {
  await page.goto(`/decks/${deck}/paste`)
  await expect(page.getByRole('heading', { name: 'Paste rows' })).toBeVisible()
}

test('a table becomes notes: each row is shown as its cards, what is there already is left out, one click adds, one undoes', async ({
  page,
  guest,
}) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await makeNote(page.request, deck, 'question', { front: 'Which cell does the JC virus invade in PML?', back: 'x' })
  await page.goto(`/decks/${deck}`)
  await page.getByRole('link', { name: 'Paste rows' }).click()
  await field(page).fill(TABLE)
  await expect(page.getByLabel('Parted by')).toHaveValue('tab')
  await expect(page.getByLabel('Column 3')).toHaveValue('tags')
  await expect(page.getByText(/^3\snew notes, 3\scards$/)).toBeVisible()
  await expect(page.getByText('Of 6 rows, one is there already, one asks what a row above asks and one cannot be read.')).toBeVisible()
  await expect(rows(page)).toHaveCount(6)
  await expect.poll(() => shownIn(page, 0)).toEqual(['Which virus is the cause of PML?', 'JC virus'])
  await expect.poll(() => shownIn(page, 1)).toEqual(['In PML, the JC virus invades blank, which cells.'])
  await expect(rows(page).nth(1)).toContainText('New, cloze')
  await expect(rows(page).nth(3)).toContainText('There already')
  await expect(rows(page).nth(4)).toContainText('Row 3 asks the same')
  await expect(rows(page).nth(5)).toContainText('It has a question and no answer.')
  await expect(rows(page).nth(5)).toContainText('Write the answer after a tab.')
  await page.getByRole('button', { name: 'Leave out: row 3' }).click()
  await expect(page.getByText(/^2\snew notes, 2\scards$/)).toBeVisible()
  await page.getByRole('button', { name: 'Take it back: row 3' }).click()
  const before = await everythingOf(guest.learner.id)
  await add(page).dblclick()
  await expect(page.getByRole('heading', { name: 'Added', exact: true })).toBeVisible()
  await expect(field(page)).toHaveValue('')
  expect((await notesOf(deck)).slice(1)).toMatchObject([
    { kind: 'question', fields: { front: 'Which virus is the cause of PML?', back: 'JC virus' }, tags: ['etiology'] },
    { kind: 'cloze', fields: { text: 'In PML, the JC virus invades {{c1::oligodendrocytes::which cells}}.' }, tags: [] },
    { kind: 'question', fields: { front: 'What is natalizumab given for?', back: 'Multiple sclerosis' }, tags: ['etiology'] },
  ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('They are gone again; what you pasted is back.')).toBeVisible()
  await expect(field(page)).toHaveValue(TABLE)
  await expect(page.getByText(/^3\snew notes, 3\scards$/)).toBeVisible()
  expect(await notesOf(deck)).toHaveLength(1)
  expect(await everythingOf(guest.learner.id)).not.toBe(before)
})

test('a row that cannot be read is mended in the text', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await openPaste(page, deck)
  await field(page).fill('Which virus? :: JC virus\nPrognosis\nWhich cell? :: Oligodendrocyte')
  await expect(page.getByLabel('Parted by')).toHaveValue('colons')
  await page.getByRole('button', { name: 'Mend it: row 2' }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' :: Poor')
  await expect(page.getByText('Each of the 3 rows makes a note.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => notesOf(deck)).toHaveLength(3)
})

test('CSV from a file: quoted cells, a heading that names the columns, choices that change what is made', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  const other = await makeDeck(page.request, 'Neurology')
  await openPaste(page, deck)
  const csv = '\uFEFFTags,Front,Back\r\nmri,"Signal, and where?","T2\r\n\r\nat the junction"\r\nrisk,"Say ""ah""",b\r\n'
  await page.getByLabel('Choose a file of rows').setInputFiles({ name: 'deck.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByText('deck.csv was read.')).toBeVisible()
  await expect(page.getByLabel('The first row names the columns')).toBeChecked()
  await expect(page.getByLabel('Column 2: Front')).toHaveValue('front')
  await expect(page.getByText(/^2\snew notes, 2\scards$/)).toBeVisible()
  await page.getByLabel('Each row makes').selectOption('both')
  await expect(page.getByText(/^2\snew notes, 4\scards$/)).toBeVisible()
  await page.getByLabel('Column 1: Tags').selectOption('why')
  await page.getByLabel('The first row names the columns').uncheck()
  await expect(rows(page)).toHaveCount(3)
  await page.getByLabel('The first row names the columns').check()
  await page.getByLabel('Into deck').selectOption(other)
  await add(page).click()
  await expect(page.getByRole('heading', { name: 'Added', exact: true })).toBeVisible()
  expect(await notesOf(deck)).toHaveLength(0)
  expect(await notesOf(other)).toMatchObject([
    { kind: 'both', tags: ['mri'], fields: { front: 'Signal, and where?', back: 'T2\n\nat the junction' } },
    { kind: 'both', tags: ['risk'], fields: { front: 'Say "ah"', back: 'b' } },
  ])
})

test('a file that is no text is refused in words, and what stood in the field can be put back', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await openPaste(page, deck)
  await field(page).fill('a :: b')
  const choose = (name: string, bytes: Buffer) =>
    page.getByLabel('Choose a file of rows').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await choose('table.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
  await expect(page.getByText('table.xlsx is no text. Save the table as CSV')).toBeVisible()
  await expect(field(page)).toHaveValue('a :: b')
  await choose('old.txt', Buffer.from([0x63, 0xe9, 0x09, 0x64]))
  await expect(field(page)).toHaveValue('cé\td')
  await page.getByRole('button', { name: 'Put back what stood here' }).click()
  await expect(field(page)).toHaveValue('a :: b')
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(field(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Put back what stood here' }).click()
  await expect(field(page)).toHaveValue('a :: b')
  expect(guest.learner.id).not.toBe('')
})

test('what was pasted outlives its tab and an outage, and a try again adds once', async ({ page, context, guest, tolerate }) => {
  tolerate(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await openPaste(page, deck)
  await field(page).fill('Which virus? :: JC virus\nWhich cell? :: Oligodendrocyte')
  await expect(page.getByText(/Kept on this device until it is added/)).toBeVisible()
  await page.close()
  const next = await context.newPage()
  await openPaste(next, deck)
  await expect(field(next)).toHaveValue('Which virus? :: JC virus\nWhich cell? :: Oligodendrocyte')
  await expect(next.getByText('What you pasted is still here.')).toBeVisible()
  await expect(next.getByText(/^2\snew notes, 2\scards$/)).toBeVisible()
  // The server adds them, and its answer is lost on its way.
  await next.route('**/api/notes/batch', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await add(next).click()
  await expect(next.getByText('The server cannot be reached. Nothing was lost')).toBeVisible()
  await expect(field(next)).toHaveValue(/Which virus/)
  await next.unroute('**/api/notes/batch')
  await add(next).click()
  await expect(next.getByRole('heading', { name: 'Added', exact: true })).toBeVisible()
  expect(await notesOf(deck)).toHaveLength(2)
})

test('while the server is away rows stand as they were pasted, and nothing is added', async ({ page, context, guest, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await openPaste(page, deck)
  let asked = 0
  page.on('request', (request) => (asked += Number(request.url().includes('/api/notes/batch/'))))
  await context.setOffline(true)
  await field(page).fill('Which virus? :: JC virus')
  await expect(page.getByText('These rows stand as they were pasted')).toBeVisible()
  await expect(page.getByText(/Whether the deck asks some of this already is not known/)).toBeVisible()
  await add(page).click()
  await expect(field(page)).toHaveValue('Which virus? :: JC virus')
  // It waits for the connection, and does not ask for it over and over.
  await page.waitForTimeout(1_500)
  expect(asked).toBeLessThan(5)
  await context.setOffline(false)
  await expect.poll(() => shownIn(page, 0)).toEqual(['Which virus?', 'JC virus'])
  await expect(page.getByText(/is not known/)).toBeHidden()
  expect(await notesOf(deck)).toHaveLength(0)
})

/** As a person pastes: to fill a field with thousands of lines takes Playwright half a minute. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await field(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
}

test('five thousand rows: only those in sight are drawn, all are added; more are refused in a sentence', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await openPaste(page, deck)
  const many = (count: number) => Array.from({ length: count }, (_, index) => `Question ${index + 1}?\tAnswer ${index + 1}`).join('\n')
  await paste(page, many(5_001))
  await expect(page.getByText(/These are 5,001\srows\. At most 5,000 can be added at once: paste them in parts\./)).toBeVisible()
  await paste(page, many(5_000))
  await expect(page.getByText(/^5,000\snew notes, 5,000\scards$/)).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(200)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
  await expect.poll(async () => Number(await rows(page).first().getAttribute('aria-posinset'))).toBeGreaterThan(1_000)
  await expect.poll(async () => (await shownIn(page, 5))[0]).toMatch(/^Question \d+\?$/)
  expect(await rows(page).count()).toBeLessThan(200)
  await page.getByLabel('Show').selectOption('rest')
  await expect(rows(page)).toHaveCount(0)
  await add(page).click()
  await expect(page.getByText(/^5,000\snotes, 5,000\scards$/)).toBeVisible({ timeout: 30_000 })
  expect(await notesOf(deck)).toHaveLength(5_000)
  await page.goto(`/decks/${deck}`)
  const list = page.getByRole('region', { name: 'Your notes' })
  await expect(list.getByText('1 to 100 of 5,000, newest first')).toBeVisible()
  await expect(list.getByRole('link', { name: 'Question 5000?' })).toBeVisible()
  await list.getByRole('link', { name: 'Older notes' }).click()
  await expect(list.getByText('101 to 200 of 5,000, newest first')).toBeVisible()
  await expect(list.getByRole('link', { name: 'Question 4900?' })).toBeVisible()
  await list.getByRole('link', { name: 'Newer notes' }).click()
  await expect(list.getByRole('link', { name: 'Newer notes' })).toHaveCount(0)
  await page.goto(`/decks/${deck}?page=999`)
  await expect(list.getByText('4,901 to 5,000 of 5,000, newest first')).toBeVisible()
  await expect(list.getByRole('link', { name: 'Older notes' })).toHaveCount(0)
})

test('a body of no shape, of another’s deck or without cards adds nothing', async ({ page, guest }) => {
  const deck = await makeDeck(page.request, 'Ward round')
  const before = await everythingOf(guest.learner.id)
  const id = '0199f000-0000-7000-8000-0000000000b1'
  const note = { id, kind: 'question', fields: { front: 'Q?', back: 'A' }, tags: [] }
  const post = async (path: string, data: unknown) => (await page.request.post(path, { headers: ours, data })).status()
  for (const data of [
    {},
    { id, deckId: deck, notes: [] },
    { id, deckId: deck, notes: [{ ...note, kind: null }] },
    { id, deckId: deck, notes: note },
  ]) {
    expect(await post('/api/notes/batch', data)).toBe(400)
  }
  expect(await post('/api/notes/batch', { id, deckId: id, notes: [note] })).toBe(404)
  expect(await post('/api/notes/batch', { id, deckId: deck, notes: [note, { ...note, fields: { front: '<b>', back: 'A' } }] })).toBe(422)
  expect(await post('/api/notes/batch/asked', { deckId: id, questions: ['Q?'] })).toBe(404)
  expect(await post('/api/notes/batch/preview', { notes: Array.from({ length: 51 }, () => note) })).toBe(400)
  expect(await everythingOf(guest.learner.id)).toBe(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390, 320]) {
    test(`axe finds nothing, and nothing runs over, at ${width} px, ${colorScheme}`, async ({ page, guest }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const deck = await onlyOwnDeck(page.request, guest.learner.id)
      await makeNote(page.request, deck, 'question', { front: 'Which cell does the JC virus invade in PML?', back: 'x' })
      const look = async () => {
        expect(await faults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      await openPaste(page, deck)
      await look()
      await field(page).fill(`${TABLE}\nWhat is the MRI signal of PML? Where does it lie?\tT2 hyperintensity\tmri`)
      await expect(rows(page)).toHaveCount(7)
      await expect.poll(() => shownIn(page, 6)).not.toEqual([])
      await expect(page.getByText('There already', { exact: true })).toBeVisible()
      await look()
      await add(page).click()
      await expect(page.getByRole('heading', { name: 'Added', exact: true })).toBeVisible()
      await look()
    })
  }
}
