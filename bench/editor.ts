// The editor in Chromium, through the production build: from navigation to a field that takes keys, and from a key to its letter and
// to the preview that shows it.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { cookieName, SESSION_MS, sessionToken } from '#lib/auth/token.ts'
import { studyDayOf } from '#lib/core/day.ts'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { insertSession } from '#lib/db/sessions.ts'
import { launchOptions } from '../e2e/browser.ts'
import { fillLearner } from './fill.ts'
import { median, quantile, type Row, rowOf } from './measure.ts'
import { withServer } from './server.ts'

const FRAME_MS = 1000 / 60
const OPENINGS = 25
const KEYS = 60

export function benchEditor(client: Client): Promise<Row[]> {
  return withServer(async (url) => {
    const browser = await chromium.launch(await launchOptions())
    const now = Date.now()
    const user = await fillLearner(client, studyDayOf(now, 'UTC', 4), { cards: 1_000, due: 50 })
    const deck = await deckOf(client, user)
    const session = randomUUID()
    await inTransaction((tx) => insertSession(tx, { id: session, userId: user, expiresAt: now + SESSION_MS, device: null }, now))
    const context = await browser.newContext({ timezoneId: 'UTC' })
    await context.addCookies([{ name: cookieName(), value: await sessionToken(session), url }])
    const rows = [...(await openings(context, `${url}/decks/${deck}/new`)), ...(await typing(context, `${url}/decks/${deck}/new`))]
    await browser.close()
    return rows
  })
}

async function deckOf(client: Client, user: UserId): Promise<DeckId> {
  const { rows } = await client.query<{ id: DeckId }>('SELECT id FROM "Deck" WHERE "userId" = $1 LIMIT 1', [user])
  const [deck] = rows
  if (!deck) throw new Error('A learner who was filled has a deck.')
  return deck.id
}

// As text: a function would bring along helpers of the compiler that the page does not have.
/** The time since the navigation began, once a field stands in a painted frame and, where React is, React hears its keys. */
const OPENED = `
  globalThis.opened = new Promise((done) => {
    const look = () => {
      const field = document.querySelector('textarea')
      const alive = field && (location.protocol === 'data:' || Object.keys(field).some((key) => key.startsWith('__reactProps')))
      if (!alive) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })`

const EMPTY = 'data:text/html,<!doctype html><textarea></textarea>'

async function openings(context: BrowserContext, address: string): Promise<Row[]> {
  const page = await context.newPage()
  await page.addInitScript(OPENED)
  const open = async (to: string) => {
    await page.goto(to, { waitUntil: 'commit' })
    return page.evaluate<number>('opened')
  }
  const [ours, empty]: [number[], number[]] = [[], []]
  // The first brings the browser its files, as for somebody who was here before.
  for (let run = -3; run < OPENINGS; run++) {
    const [own, floor] = [await open(address), await open(EMPTY)]
    if (run >= 0) ours.push(own)
    if (run >= 0) empty.push(floor)
  }
  await page.close()
  return [rowOf({ name: 'editor-open', unit: 'ms', anchorName: 'a field on an empty page' }, ours, empty)]
}

/** From a key's own time to the paint of its letter in the field and, where there is one, of the preview that shows it. */
const PROBE = `
  globalThis.paints = () => new Promise((resolve) => {
    const field = document.activeElement
    const root = document.querySelector('section[aria-labelledby=cards] li [class*=q]')?.shadowRoot
    let pressedAt, letter
    // A frame's callbacks run just before it is painted; the message comes right after.
    const painted = (then) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now() - pressedAt)
      port2.postMessage(null)
    })
    addEventListener('keydown', ({ timeStamp }) => { pressedAt = timeStamp }, { capture: true, once: true })
    field.addEventListener('input', () => painted((taken) => {
      letter = taken
      if (!root) resolve({ letter, preview: 0 })
    }), { once: true })
    if (!root) return
    const seen = new MutationObserver(() => {
      if (root.textContent.trim() !== field.value.trim()) return
      seen.disconnect()
      painted((preview) => resolve({ letter, preview }))
    })
    seen.observe(root, { subtree: true, childList: true, characterData: true })
  })`

type Paints = { letter: number; preview: number }

async function typing(context: BrowserContext, address: string): Promise<Row[]> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('Answer', { exact: true }).fill('JC virus')
  await page.getByLabel('Question', { exact: true }).fill('Which virus')
  await page.locator('section[aria-labelledby=cards] li').waitFor()
  const ours = await keys(page)
  await page.goto(EMPTY)
  await page.locator('textarea').focus()
  const empty = await keys(page)
  await page.close()
  const letters = (taken: Paints[]) => taken.map(({ letter }) => letter)
  return [
    ...againstFrame('editor-letter', letters(ours)),
    rowOf({ name: 'editor-letter-floor', unit: 'ms', anchorName: 'a letter on an empty page' }, letters(ours), letters(empty)),
    ...againstFrame(
      'editor-preview',
      ours.map(({ preview }) => preview),
    ),
  ]
}

async function keys(page: Page): Promise<Paints[]> {
  await page.evaluate(PROBE)
  const taken: Paints[] = []
  for (let key = 0; key < KEYS; key++) {
    await page.evaluate(() => {
      const page = globalThis as unknown as { paints: () => Promise<Paints>; shown: Promise<Paints> }
      page.shown = page.paints()
    })
    await page.keyboard.press('x')
    taken.push(await page.evaluate(() => (globalThis as unknown as { shown: Promise<Paints> }).shown))
    // A key should meet each moment of a frame alike, and a preview that is late belongs to its own key.
    await sleep(200 + 17 * Math.random())
  }
  return taken
}

function againstFrame(name: string, taken: number[]): Row[] {
  const spread = quantile(taken, 0.75) - quantile(taken, 0.25)
  const row = (part: string, ours: number): Row => ({
    name: `${name}-${part}`,
    unit: 'ms',
    ours,
    anchor: FRAME_MS,
    anchorName: 'one frame at 60 a second',
    ratio: ours / FRAME_MS,
    n: taken.length,
    spread,
  })
  return [row('p50', median(taken)), row('p95', quantile(taken, 0.95))]
}
