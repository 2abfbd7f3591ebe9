// The editor in Chromium, through the production build: from navigation to a field that takes keys, and from a key to its letter and
// to the preview that shows it.

import { randomUUID } from 'node:crypto'
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

const EMPTY = 'data:text/html,<!doctype html><textarea></textarea><div id=cards></div>'

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

/** Takes the time from each key to the paint of its letter in the field, and of its preview. */
const PROBE = `
  globalThis.echoes = []
  globalThis.previews = []
  const painted = (seen, taken, timeStamp) => {
    const look = () => {
      if (!seen()) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => taken.push(performance.now() - timeStamp)
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  }
  addEventListener('keydown', ({ timeStamp, target }) => {
    const before = target.value.length
    painted(() => target.value.length > before, echoes, timeStamp)
    const shown = () => document.querySelector('section[aria-labelledby=cards] li [class*=q]')?.shadowRoot?.textContent ?? ''
    painted(() => target.value.length > before && shown().trim() === target.value.trim(), previews, timeStamp)
  }, true)`

async function typing(context: BrowserContext, address: string): Promise<Row[]> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('Answer', { exact: true }).fill('JC virus')
  await page.getByLabel('Question', { exact: true }).fill('Which virus')
  await page
    .getByText(/1\scard$/)
    .first()
    .waitFor()
  await page.evaluate(PROBE)
  await press(page, 'previews')
  const [echoes, previews] = [await page.evaluate<number[]>('echoes'), await page.evaluate<number[]>('previews')]
  await page.goto(EMPTY)
  await page.locator('textarea').focus()
  await page.evaluate(PROBE)
  await press(page, 'echoes')
  const floor = await page.evaluate<number[]>('echoes')
  await page.close()
  return [
    ...againstFrame('editor-letter', echoes),
    rowOf({ name: 'editor-letter-floor', unit: 'ms', anchorName: 'a letter on an empty page' }, echoes, floor),
    ...againstFrame('editor-preview', previews),
  ]
}

/** One key after another, each once what the one before it brought is painted. */
async function press(page: Page, brought: 'echoes' | 'previews'): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x')
    await page.waitForFunction(([name, count]) => ((globalThis as unknown as Record<string, number[]>)[name] ?? []).length > count, [
      brought,
      key,
    ] as const)
  }
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
