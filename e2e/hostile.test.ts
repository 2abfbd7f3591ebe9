// Content is never trusted: hostile texts in every place where content appears. None fires, none reaches elsewhere, no style leaves the card.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rowsOf } from './learners.ts'
import { makeDeck, makeNote, onlyOwnDeck, ours } from './own.ts'
import { payloads } from './payloads.ts'
import { given, openReview, rating, showAnswer } from './review.ts'

test.setTimeout(180_000)

/** Counts what must not happen on this page. */
async function watch(page: Page): Promise<string[]> {
  const faults: string[] = []
  page.on('request', (request) => {
    if (/evil\.example|a\.example/.test(new URL(request.url()).host)) faults.push(`asked for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    faults.push('opened a dialog')
    void dialog.dismiss()
  })
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))
  })
  return faults
}

/** What of the page is not as it should be: a script ran, the policy had to stop something, or a text left its card. */
function harm(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = window as Window & { fired?: number; violations?: string[] }
    const found = [...(own.violations ?? [])]
    if (own.fired) found.push('a script ran')
    const unsafe = 'script,iframe,object,embed,form,base,meta,link,style,svg,[style]'
    for (const host of document.querySelectorAll('main *')) {
      const root = host.shadowRoot
      if (!root) continue
      for (const element of root.querySelectorAll(unsafe))
        if (!(element.localName === 'style' && element.hasAttribute('nonce'))) found.push(element.outerHTML)
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on') || /^\s*(?:javascript|vbscript|data):/i.test(value)) found.push(element.outerHTML)
        }
        if (getComputedStyle(element).position === 'fixed') found.push(`fixed: ${element.outerHTML}`)
      }
    }
    const heading = document.querySelector('h1')
    if (!heading || getComputedStyle(heading).display === 'none') found.push('the page lost its heading')
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page runs over')
    return found
  })
}

async function hostileDeck(page: Page, userId: string): Promise<string> {
  const deck = await onlyOwnDeck(page.request, userId)
  for (const [index, payload] of payloads.entries()) {
    const text = `${payload}\n\nCase ${index}?`
    const kind = (['question', 'cloze', 'list', 'both'] as const)[index % 4] ?? 'question'
    const fields = {
      question: { front: text, back: text },
      both: { front: text, back: text },
      cloze: { text: `${payload}\n\n{{c1::x ${payload} x::hint}}` },
      list: { front: text, items: 'a b', 'item:a': payload, 'item:b': `x ${payload}` },
    }[kind]
    // What makes no card once it is clean is refused: that is safe too.
    await page.request.post('/api/notes', {
      headers: ours,
      data: {
        id: crypto.randomUUID(),
        deckId: deck,
        kind,
        fields: { ...fields, why: text, source: payload },
        tags: [payload.slice(0, 60)],
      },
    })
  }
  await rowsOf('UPDATE "Deck" SET "newPerDay" = 500, "reviewsPerDay" = 500 WHERE "userId" = $1', [userId])
  return deck
}

test('there are enough of them', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(60)
})

test('in review: question, answer, reason and source', async ({ page, guest }) => {
  const faults = await watch(page)
  await hostileDeck(page, guest.learner.id)
  await openReview(page)
  for (let count = 1; count <= payloads.length - 10; count++) {
    await showAnswer(page).click()
    if (count % 8 === 1) await page.keyboard.press('s')
    await expect(rating(page, 'Easy')).toBeVisible()
    expect(await harm(page), `card ${count}`).toEqual([])
    await page.keyboard.press('4')
    if (count % 10 === 0) await given(page, count)
    if (await page.getByRole('heading', { name: /^Done/ }).isVisible()) break
  }
  expect(await harm(page)).toEqual([])
  expect(faults).toEqual([])
  // The sitting did not end before they were shown.
  const answered = () => rowsOf(`SELECT DISTINCT "cardId" FROM "Event" WHERE "userId" = $1 AND kind = 'answer'`, [guest.learner.id])
  await expect.poll(async () => (await answered()).length).toBeGreaterThanOrEqual(60)
})

test('in the editor, the list of notes, names of decks, Find and Today', async ({ page, guest }) => {
  const faults = await watch(page)
  const deck = await hostileDeck(page, guest.learner.id)
  for (const payload of payloads.slice(0, 30)) await makeDeck(page.request, payload.replace(/\s+/g, ' ').slice(0, 190), deck)
  for (const path of ['/decks', `/decks/${deck}`, '/today']) {
    await page.goto(path)
    expect(await harm(page), path).toEqual([])
  }
  for (const order of ['text', '-text', '-created']) {
    await page.goto(`/find?sort=${order}`)
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    expect(await harm(page), order).toEqual([])
    await page.keyboard.press('End')
    expect(await harm(page), order).toEqual([])
  }
  for (const payload of payloads) await page.goto(`/find?q=${encodeURIComponent(payload.slice(0, 400))}`)
  expect(await harm(page)).toEqual([])
  const notes = await rowsOf<{ id: string }>('SELECT id FROM "Note" WHERE "userId" = $1 AND kind IS NOT NULL', [guest.learner.id])
  for (const { id } of notes.slice(0, 24)) {
    await page.goto(`/notes/${id}`)
    await expect(page.getByRole('heading', { name: 'Note', exact: true })).toBeVisible()
    expect(await harm(page), id).toEqual([])
  }
  await page.goto(`/decks/${deck}/new`)
  for (const payload of payloads) {
    await page.getByLabel('Question', { exact: true }).fill(`${payload}\n\nx`)
    const shown = page.waitForResponse((response) => response.request().postDataJSON()?.fields?.back === `${payload}\n\nx`)
    await page.getByLabel('Answer', { exact: true }).fill(`${payload}\n\nx`)
    await shown
    expect(await harm(page), payload).toEqual([])
  }
  expect(faults).toEqual([])
})

test('on the page of a card, and on Progress', async ({ page, guest }) => {
  const faults = await watch(page)
  await hostileDeck(page, guest.learner.id)
  const cards = await rowsOf<{ id: string }>(
    `SELECT c.id FROM "Card" c JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId" WHERE c."userId" = $1 AND n.kind IS NOT NULL`,
    [guest.learner.id],
  )
  expect(cards.length).toBeGreaterThanOrEqual(60)
  for (const { id } of cards.slice(0, 60)) {
    await page.goto(`/cards/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await harm(page), id).toEqual([])
  }
  await page.goto('/progress')
  expect(await harm(page)).toEqual([])
  expect(faults).toEqual([])
})

test('in rows that are pasted', async ({ page, guest, tolerate }) => {
  tolerate(/status of 422/)
  const faults = await watch(page)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  await page.goto(`/decks/${deck}/paste`)
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = payloads.map((payload, index) => [`${payload}\n\nCase ${index}?`, `${payload}\n\nx`, payload].map(quoted).join('\t'))
  await page.getByRole('textbox', { name: 'Rows' }).fill(lines.join('\n'))
  const rows = page.getByRole('list', { name: 'Rows' }).getByRole('listitem')
  // Down the page, a window at a time, until all were drawn.
  for (let step = 0; (await rows.last().getAttribute('aria-posinset')) !== String(payloads.length); step++) {
    expect(step).toBeLessThan(100)
    await page.evaluate(() => scrollBy(0, innerHeight))
    await page.waitForLoadState('networkidle')
    expect(await harm(page), `step ${step}`).toEqual([])
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.waitForLoadState('networkidle')
  expect(await harm(page)).toEqual([])
  // One makes no card once its HTML is gone: it is named, and the others are added.
  const add = page.getByRole('button', { name: /^Add \d+\snotes$/ })
  await add.click()
  await expect(page.getByText('Some rows make no card once their HTML is taken out.')).toBeVisible()
  await page.getByLabel('Show').selectOption('rest')
  await expect(rows.first()).toContainText('Without its HTML it makes no card.')
  await add.click()
  await expect(page.getByRole('heading', { name: 'Added', exact: true })).toBeVisible()
  expect(await harm(page)).toEqual([])
  expect(faults).toEqual([])
})

test('where two texts are held beside each other', async ({ page, context, guest, tolerate }) => {
  tolerate(/409/)
  const faults = await watch(page)
  const deck = await onlyOwnDeck(page.request, guest.learner.id)
  const id = await makeNote(page.request, deck, 'question', { front: 'Q?', back: 'A' })
  await page.goto(`/notes/${id}`)
  const data = {
    kind: 'question',
    fields: { front: 'Q?', back: `${payloads.join('\n\n').slice(0, 15_000)} x` },
    tags: [],
    deckId: deck,
    version: 1,
  }
  expect((await context.request.put(`/api/notes/${id}`, { headers: ours, data })).status()).toBe(200)
  await page.getByLabel('Answer', { exact: true }).fill(payloads.slice(0, 40).join('\n\n'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Two versions of this note' })).toBeVisible()
  expect(await harm(page)).toEqual([])
  expect(faults).toEqual([])
})

test('the watch would notice: a script, a handler and a style', async ({ page, tolerate, guest: _guest }) => {
  tolerate(/Content Security Policy|Refused/)
  await watch(page)
  await page.goto('/today')
  await page.evaluate(() => {
    const host = document.createElement('div')
    document.querySelector('main')?.append(host)
    host.attachShadow({ mode: 'open' }).innerHTML = '<p style="color:red" onclick="x">x</p>'
  })
  expect((await harm(page)).length).toBeGreaterThanOrEqual(2)
})
