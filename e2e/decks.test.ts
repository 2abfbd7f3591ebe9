// The decks: making, nesting, renaming, moving and deleting one, each with its way back.

import { AxeBuilder } from '@axe-core/playwright'
import { v7 as uuidv7 } from 'uuid'
import { IMAGE } from './entry-points.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, sharedUrl } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck, ours } from './own.ts'

const names = '[class*=name] a'

test('a deck is made within another, renamed, moved, deleted and brought back', async ({ page, guest: _guest }) => {
  await page.goto('/today')
  await page.getByRole('link', { name: 'Decks', exact: true }).click()
  await page.getByRole('button', { name: 'New deck' }).click()
  await page.getByRole('button', { name: 'Make deck' }).click()
  await expect(page.getByText('A deck needs a name. Write one.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('Neurology')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Neurology' })).toBeVisible()
  await expect(page.getByText('No cards yet.')).toBeVisible()

  const inner = await makeDeck(page.request, 'Stroke')
  await page.goto(`/decks/${inner}`)
  await page.getByRole('button', { name: 'Rename or move' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ischaemic stroke')
  await page.getByLabel('Within').selectOption({ label: 'Neurology' })
  await page.getByRole('button', { name: 'Save deck' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ischaemic stroke' })).toBeVisible()
  await page.getByRole('link', { name: 'Neurology' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Neurology' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete deck' }).click()
  await expect(page.getByText(/0\scards and 1\sdeck within it go with it/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete deck' }).click()
  await expect(page).toHaveURL(/\/decks\?deleted=/)
  await expect(page.locator(names).filter({ hasText: 'stroke' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('It is back, as it was.')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Level 2: Ischaemic stroke/ })).toBeVisible()
  await page.getByRole('button', { name: 'Neurology: close' }).click()
  await expect(page.getByRole('rowheader', { name: /Ischaemic stroke/ })).toBeHidden()
})

test('counts are those of all that lies within', async ({ page, guest }) => {
  const outer = await onlyOwnDeck(page.request, guest.learner.id)
  const inner = await makeDeck(page.request, 'Inner', outer)
  for (let index = 0; index < 3; index++)
    await makeNote(page.request, inner, 'question', { front: `Which number is it, ${index}?`, back: 'x' })
  await page.goto('/decks')
  const row = page.getByRole('row', { name: /Level 1: .*Ward round/ })
  await expect(row.getByRole('cell').nth(0)).toHaveText('3')
  await expect(page.getByRole('link', { name: /Review all, 3\scards/ })).toBeVisible()
})

test('nothing is here: a deck that is another’s, was deleted or never was', async ({ page, guest, tolerate, request }) => {
  tolerate(/404/)
  const other = await makeGuest()
  const cookie = `${other.cookie.name}=${other.cookie.value}`
  const id = uuidv7()
  const theirs = (method: string, path: string, data?: object) =>
    request.fetch(`${sharedUrl()}${path}`, { method, headers: { ...ours, cookie }, ...(data && { data }) })
  await theirs('POST', '/api/decks', { id, name: 'Theirs', parentId: null })
  const [note, deleted] = [uuidv7(), uuidv7()]
  for (const made of [note, deleted]) {
    await theirs('POST', '/api/notes', {
      id: made,
      deckId: id,
      kind: 'question',
      fields: { front: `Which is ${made}?`, back: 'A' },
      tags: [],
    })
  }
  const { change } = (await (await theirs('DELETE', `/api/notes/${deleted}`)).json()) as { change: string }
  const media = await request.post(`${sharedUrl()}/api/media`, {
    headers: { ...ours, cookie, 'content-type': 'image/gif' },
    data: IMAGE.bytes,
  })
  const { hash } = (await media.json()) as { hash: string }
  const before = await everythingOf(other.learner.id)
  for (const path of [`/decks/${id}`, `/decks/${id}/new`, `/decks/${id}/paste`, '/decks/x', `/notes/${note}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
  const requests = [
    page.request.put(`/api/decks/${id}`, { headers: ours, data: { name: 'Mine', parentId: null, version: 1 } }),
    page.request.delete(`/api/decks/${id}`, { headers: ours }),
    page.request.post('/api/decks', { headers: ours, data: { id: uuidv7(), name: 'x', parentId: id } }),
    page.request.get(`/api/notes/${note}`),
    page.request.put(`/api/notes/${note}`, {
      headers: ours,
      data: { kind: 'question', fields: { front: 'Mine?', back: 'B' }, tags: [], deckId: id, version: 1 },
    }),
    page.request.delete(`/api/notes/${note}`, { headers: ours }),
    page.request.post(`/api/changes/${change}/undo`, { headers: ours }),
    page.request.get(`/api/media/${hash}`),
  ]
  for (const response of await Promise.all(requests)) expect(response.status()).toBe(404)
  expect(await everythingOf(other.learner.id)).toBe(before)
  expect(guest.learner.id).not.toBe(other.learner.id)
  // The control: for their owner all of it is there.
  const asOwner = [await theirs('GET', `/api/notes/${note}`), await theirs('GET', `/api/media/${hash}`)]
  expect(asOwner.map((response) => response.status())).toEqual([200, 200])
  expect((await theirs('POST', `/api/changes/${change}/undo`)).status()).toBe(200)
})

test('edits from elsewhere, or of no shape, change nothing', async ({ page, guest }) => {
  const deck = await makeDeck(page.request, 'Ward round')
  const before = await everythingOf(guest.learner.id)
  const id = uuidv7()
  const note = { id, deckId: deck, kind: 'question', fields: { front: 'Q?', back: 'A' }, tags: [] }
  const foreign = await page.request.post('/api/notes', { headers: { 'sec-fetch-site': 'cross-site' }, data: note })
  expect(foreign.status()).toBe(403)
  for (const data of [
    {},
    { ...note, kind: 'essay' },
    { ...note, fields: { front: 1 } },
    { ...note, fields: { front: 'x'.repeat(20_001) } },
    [note],
  ]) {
    expect((await page.request.post('/api/notes', { headers: ours, data })).status()).toBe(400)
  }
  const empty = await page.request.post('/api/notes', { headers: ours, data: { ...note, fields: { front: '\u0000' } } })
  expect(empty.status()).toBe(422)
  expect(await everythingOf(guest.learner.id)).toBe(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390, 320]) {
    test(`axe finds nothing, and nothing runs over, at ${width} px, ${colorScheme}`, async ({ page, guest: _guest }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 844 })
      const outer = await makeDeck(page.request, 'Neurology')
      const inner = await makeDeck(page.request, 'Ward round', outer)
      const note = await makeNote(page.request, inner, 'cloze', {
        text: 'The {{c1::JC virus}} invades {{c2::oligodendrocytes::which cells}}.',
        why: 'x',
      })
      for (const path of ['/decks', `/decks/${inner}`, `/decks/${inner}/new`, `/notes/${note}`]) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes.map((one) => one.target.join(' ')).join()}`)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
      }
    })
  }
}
