// The editor: cards as they are written, many notes without the mouse, drafts, images, two tabs, and editing in review.

import type { BrowserContext, Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { makeNote, onlyOwnDeck } from './own.ts'
import { openReview, question, rating, showAnswer } from './review.ts'

const cards = (page: Page) => page.getByRole('region', { name: /cards?$|No cards yet/i })
const shadowText = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((hosts) => hosts.map((host) => host.shadowRoot?.textContent?.trim() ?? ''))

test('many notes without the mouse: each shows its cards, is saved by Ctrl Enter, and makes room for the next', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  await page.getByLabel('Question', { exact: true }).fill('Which virus causes PML?')
  await page.keyboard.press('Tab')
  await page.getByLabel('Answer', { exact: true }).fill('JC virus, with $x^2$')
  await expect(page.getByRole('button', { name: /Save 1\scard/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved 1\scard\./)).toBeVisible()
  await expect(page.getByLabel('Question', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Question', { exact: true })).toHaveValue('')
  await page.keyboard.type('Which cell does it invade?')
  await page.getByLabel('Answer', { exact: true }).fill('Oligodendrocyte')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND "deckId" = $2', [guest.learner.id, deck])).length)
    .toBe(2)
  await openReview(page)
  await showAnswer(page).click()
  await page.keyboard.press('s')
  await expect(page.getByText('Your own note.')).toBeVisible()
  await expect(page.locator('math')).toHaveCount(1)
})

test('a cloze: gaps by key, advice beside the field, which is taken or left', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  await page.getByLabel('Type').selectOption('cloze')
  const text = page.getByLabel('Text', { exact: true })
  await text.fill('JC virus invades oligodendrocytes')
  await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 8))
  await page.keyboard.press('Control+Shift+C')
  await expect(text).toHaveValue('{{c1::JC virus}} invades oligodendrocytes')
  await expect(page.getByText('Gap 1 does not say what it wants.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a hint' }).click()
  await expect(text).toHaveValue('{{c1::JC virus::which one}} invades oligodendrocytes')
  await expect(page.getByText('Gap 1 does not say what it wants.')).toBeHidden()
  await expect(cards(page).getByRole('listitem')).toHaveCount(1)
  await text.fill('{{c1::JC virus}} invades it')
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByText('Gap 1 does not say what it wants.')).toBeHidden()
})

test('a list: Enter makes the next item, and rewording one keeps its card', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  await page.getByLabel('Type').selectOption('list')
  await page.getByLabel('What the list is', { exact: true }).fill('Phases of wound healing')
  await page.getByLabel('Item 1', { exact: true }).pressSequentially('haemostasis')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Item 2', { exact: true })).toBeFocused()
  await page.keyboard.type('inflammation')
  await expect(page.getByRole('button', { name: /Save 2\scards/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved 2\scards/)).toBeVisible()
  const keys = () =>
    rowsOf<{ key: string }>('SELECT key FROM "Card" WHERE "userId" = $1 AND "withdrawnBy" IS NULL AND "deckId" = $2 ORDER BY key', [
      guest.learner.id,
      deck,
    ])
  const before = await keys()
  await page.goto(`/decks/${deck}`)
  await page.getByRole('region', { name: 'Your notes' }).getByRole('link').click()
  await page.getByLabel('Item 2', { exact: true }).fill('the inflammatory phase')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved 2\scards/).first()).toBeAttached()
  expect(await keys()).toEqual(before)
})

test('a draft outlives its tab, and another tab begins its own', async ({ page, context, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  await page.getByLabel('Question', { exact: true }).fill('Half a question')
  await expect(page.getByText('Draft kept on this device.')).toBeVisible()
  const second = await context.newPage()
  await second.goto(`/decks/${deck}/new`)
  await second.getByLabel('Question', { exact: true }).fill('Another one')
  await expect(second.getByText('Draft kept on this device.')).toBeVisible()
  await page.close()
  const third = await context.newPage()
  await third.goto(`/decks/${deck}/new`)
  await expect(third.getByLabel('Question', { exact: true })).toHaveValue('Half a question')
  await expect(second.getByLabel('Question', { exact: true })).toHaveValue('Another one')
})

test('what is typed while a note is sent is the beginning of the next', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  await page.route('**/api/notes', async (route) => {
    await held
    await route.continue()
  })
  const front = page.getByLabel('Question', { exact: true })
  await front.fill('Which virus?')
  await page.getByLabel('Answer', { exact: true }).fill('JC')
  await page.keyboard.press('Control+Enter')
  await front.fill('Which cell?')
  answer()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await expect(front).toHaveValue('Which cell?')
  await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('')
})

test('while the server is away nothing is lost, and it is said', async ({ page, guest, tolerate }) => {
  tolerate(/ERR_CONNECTION_REFUSED|ERR_FAILED/)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  await page.route('**/api/notes**', (route) => route.abort())
  await page.getByLabel('Question', { exact: true }).fill('Which virus?')
  await page.getByLabel('Answer', { exact: true }).fill('JC')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/The server cannot be reached/)).toBeVisible()
  await expect(page.getByText('The preview waits for the connection.')).toBeVisible()
  await page.unroute('**/api/notes**')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Saved/)).toBeVisible()
})

test('an image is asked for its words, and shown to its learner alone', async ({ page, guest, request }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/new`)
  const buffer = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await page.getByLabel('Image for question').setInputFiles({ name: 'mri.png', mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: 'Add image' }).click()
  await expect(page.getByText('Say what the image shows, for those who do not see it.')).toBeVisible()
  await page.getByLabel('What the image shows').fill('MRI of the brain')
  await page.keyboard.press('Enter')
  const front = page.getByLabel('Question', { exact: true })
  await expect(front).toHaveValue(/^!\[MRI of the brain\]\(media:[0-9a-f]{64}\)$/)
  await page.getByLabel('Answer', { exact: true }).fill('PML')
  const image = page.getByRole('img', { name: 'MRI of the brain' })
  await expect(image).toBeVisible()
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1)
  const path = (await image.getAttribute('src')) ?? ''
  const own = await page.request.get(path)
  expect(own.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
  })
  expect((await request.get(new URL(path, page.url()).href, { headers: { cookie: '' } })).status()).toBe(401)
  const svg = await page.request.post('/api/media', {
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'image/png' },
    data: Buffer.from('<svg onload="alert(1)"/>'),
  })
  expect(svg.status()).toBe(415)
})

/** Two tabs edit one note, and the second saves after the first. */
async function conflicting(page: Page, context: BrowserContext, deck: string): Promise<{ id: string; second: Page }> {
  const id = await makeNote(page.request, deck, 'question', { front: 'Which virus causes PML?', back: 'JC virus' }, ['etiology'])
  const second = await context.newPage()
  await Promise.all([page.goto(`/notes/${id}`), second.goto(`/notes/${id}`)])
  await page.getByLabel('Answer', { exact: true }).fill('the JC virus')
  await page.getByLabel('Tags').fill('etiology, virus')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved 1\scard/).first()).toBeAttached()
  await second.getByLabel('Answer', { exact: true }).fill('JC virus (JCV)')
  await second.getByLabel('Explanation', { exact: false }).fill('It is a polyomavirus.')
  await second.getByLabel('Tags').fill('mechanism')
  await second.keyboard.press('Control+Enter')
  await expect(second.getByRole('heading', { name: 'Two versions of this note' })).toBeFocused()
  return { id, second }
}

test('two tabs: the later sees what differs, underlined and struck, and chooses', async ({ page, context, guest, tolerate }) => {
  tolerate(/409/)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  const { id, second } = await conflicting(page, context, deck)
  const answer = second.getByRole('group', { name: 'Answer to keep' })
  const [here, there] = [answer.locator('label').nth(0), answer.locator('label').nth(1)]
  await expect(here.locator('ins')).toHaveText('added:  (JCV)')
  await expect(here.locator('del')).toHaveText('removed: the ')
  await expect(there.locator('ins')).toHaveText('added: the ')
  await expect(there.locator('del')).toHaveText('removed:  (JCV)')
  await expect(here.locator('ins')).toHaveCSS('text-decoration-line', 'underline')
  await expect(here.locator('del')).toHaveCSS('text-decoration-line', 'line-through')
  await expect(second.getByRole('radio', { name: 'Answer: Here, not yet saved' })).toHaveAccessibleDescription(
    /removed: the JC virus added: \(JCV\)/,
  )
  await expect(second.getByRole('group', { name: 'Question to keep' })).toHaveCount(0)
  await second.getByRole('radio', { name: /^Answer: Saved at/ }).check()
  await expect(second.getByRole('radio', { name: 'Tags: Both' })).toBeChecked()
  await second.getByRole('button', { name: 'Save this note' }).click()
  await expect(second.getByLabel('Answer', { exact: true })).toHaveValue('the JC virus')
  const [row] = await rowsOf<object>('SELECT fields, tags, version FROM "Note" WHERE id = $1', [id])
  expect(row).toMatchObject({
    version: 3,
    tags: ['etiology', 'virus', 'mechanism'],
    fields: { back: 'the JC virus', why: 'It is a polyomavirus.' },
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390, 320]) {
    test(`two versions beside each other: axe finds nothing, and nothing runs over, at ${width} px, ${colorScheme}`, async ({
      page,
      context,
      guest,
      tolerate,
    }) => {
      tolerate(/409/)
      const deck = await onlyOwnDeck(page.request, guest.learner.id)
      const { second } = await conflicting(page, context, deck)
      await second.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await second.setViewportSize({ width, height: 844 })
      expect(await faults(second)).toEqual([])
      expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  }
}

test('the editor of a generated note shows its cards as they are written, and they look so in review', async ({ page, guest }) => {
  const [card] = await rowsOf<{ noteId: string; cards: number }>(
    `SELECT "noteId", count(*)::int AS cards FROM "Card" WHERE "userId" = $1 AND "withdrawnBy" IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    [guest.learner.id],
  )
  await page.goto(`/notes/${card?.noteId}`)
  // Not those of a list within a card.
  await expect(page.locator('section[aria-labelledby=cards] > ol > li')).toHaveCount(card?.cards ?? 0)
  const second = page.getByLabel('Card 2, question', { exact: true })
  await second.fill('My **own** wording?')
  await expect
    .poll(async () => (await shadowText(page, 'section[aria-labelledby=cards] li:nth-child(2) [class*=q]'))[0])
    .toBe('My own wording?')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Saved/).first()).toBeAttached()
  const rows = await rowsOf<{ fields: Record<string, string> }>('SELECT fields FROM "Note" WHERE "userId" = $1 AND id = $2', [
    guest.learner.id,
    card?.noteId,
  ])
  expect(Object.values(rows[0]?.fields ?? {})).toContain('My **own** wording?')
})

test('e edits the note of the card on the screen, and comes back to it', async ({ page, guest }) => {
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await makeNote(page.request, deck, 'question', { front: 'Which virus cause PML?', back: 'JC virus' })
  await openReview(page)
  await page.keyboard.press('Space')
  await expect(rating(page, 'Good')).toBeVisible()
  await page.keyboard.press('e')
  const front = page.getByLabel('Question', { exact: true })
  await expect(front).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rating(page, 'Good')).toBeVisible()
  await page.keyboard.press('e')
  await front.fill('Which virus causes PML?')
  await page.keyboard.press('Control+Enter')
  await expect(question(page)).toHaveText('Which virus causes PML?')
  await expect(rating(page, 'Good')).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Done for/)
})

test('a generated note is edited in review too, and its schedule stays', async ({ page, guest }) => {
  await openReview(page)
  await page.keyboard.press('e')
  const front = page.locator('form textarea').first()
  await expect(front).toBeFocused()
  await front.fill('My own wording?')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => shadowText(page, 'article h1')).toEqual(['My own wording?'])
  const rows = await rowsOf('SELECT 1 FROM "Card" WHERE "userId" = $1 AND (reps > 0 OR "withdrawnBy" IS NOT NULL)', [guest.learner.id])
  expect(rows).toEqual([])
})
