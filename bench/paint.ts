// From a rating's key to the paint that shows the next card, in Chromium through the production build, against one frame.

import { randomUUID } from 'node:crypto'
import { chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { cookieName, SESSION_MS, sessionToken } from '#lib/auth/token.ts'
import { studyDayOf } from '#lib/core/day.ts'
import { inTransaction } from '#lib/db/client.ts'
import { insertSession } from '#lib/db/sessions.ts'
import { launchOptions } from '../e2e/browser.ts'
import { fillLearner } from './fill.ts'
import { median, quantile, type Row, rowOf } from './measure.ts'
import { withServer } from './server.ts'

const FRAME_MS = 1000 / 60
const RATINGS = 120

export function benchPaint(client: Client): Promise<Row[]> {
  return withServer(async (url) => {
    const browser = await chromium.launch(await launchOptions())
    const rows: Row[] = []
    for (const slowdown of [1, 4]) {
      const context = await browser.newContext({ timezoneId: 'UTC' })
      await context.addCookies([{ name: cookieName(), value: await visitor(client), url }])
      const page = await context.newPage()
      await page.goto(`${url}/review`)
      await page.getByRole('button', { name: 'Show answer' }).waitFor()
      await slow(page, slowdown)
      const taken = await ratings(page)
      const floor = await context.newPage()
      await floor.setContent('<button>Show answer</button>')
      await slow(floor, slowdown)
      rows.push(...rowsOf(slowdown, taken), floorRow(slowdown, taken, await keys(floor)))
      await context.close()
    }
    await browser.close()
    return rows
  })
}

async function slow(page: Page, rate: number): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate })
}

/** A learner with more due than will be rated, and a session of theirs. */
async function visitor(client: Client): Promise<string> {
  const now = Date.now()
  const user = await fillLearner(client, studyDayOf(now, 'UTC', 4), { cards: 400, due: 190 })
  const session = randomUUID()
  await inTransaction((tx) => insertSession(tx, { id: session, userId: user, expiresAt: now + SESSION_MS, device: null }, now))
  return sessionToken(session)
}

// As text: a function would bring along helpers of the compiler that the page does not have. It asks for no frame before the
// page does: a frame that is on its way would hold back all the page's other tasks until it is painted.
const PROBE = `
  globalThis.taken = []
  globalThis.next = (say, key) => new Promise((resolve) => {
    let pressed
    const began = ({ timeStamp }) => { pressed = timeStamp }
    const seen = new MutationObserver(() => {
      if (![...document.querySelectorAll('button')].some((button) => button.textContent.startsWith(say))) return
      seen.disconnect()
      // A frame's callbacks run just before it is painted; the message comes right after.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          removeEventListener('keydown', began, true)
          resolve(performance.now() - pressed)
        }
        port2.postMessage(null)
      })
    })
    seen.observe(document.body, { subtree: true, childList: true, characterData: true })
    addEventListener('keydown', began, true)
  })`

type Next = { next: (say: string) => Promise<number> }

/** Ms from the key's own time to the paint that shows what it should. */
async function press(page: Page, key: string, say: string): Promise<number> {
  await page.evaluate((words) => {
    const page = globalThis as unknown as Next & { shown: Promise<number> }
    page.shown = page.next(words)
  }, say)
  await page.keyboard.press(key)
  const taken = await page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown)
  // No one rates a card before they have read it; and a key should meet each moment of a frame alike.
  await new Promise((done) => setTimeout(done, 200 + 17 * Math.random()))
  return taken
}

/** For each rating: ms from its key to the paint of the next card. */
async function ratings(page: Page): Promise<number[]> {
  await page.evaluate(PROBE)
  const taken: number[] = []
  for (let rating = 0; rating < RATINGS; rating++) {
    await press(page, 'Space', 'Good')
    taken.push(await press(page, '3', 'Show answer'))
  }
  return taken
}

/** The same key and the same probe on a page that only changes a word: what the browser alone takes on this machine, now. */
async function keys(page: Page): Promise<number[]> {
  await page.evaluate(PROBE)
  await page.evaluate(
    `addEventListener('keydown', ({ key }) => { document.querySelector('button').textContent = key === '3' ? 'Show answer' : 'Good' })`,
  )
  const taken: number[] = []
  for (let key = 0; key < RATINGS; key++) {
    await press(page, 'Space', 'Good')
    taken.push(await press(page, '3', 'Show answer'))
  }
  return taken
}

function floorRow(slowdown: number, taken: number[], floor: number[]): Row {
  const name = slowdown === 1 ? 'paint-floor' : `paint-floor-slowed-${slowdown}`
  return rowOf({ name, unit: 'ms', anchorName: 'a key on an empty page' }, taken, floor)
}

function rowsOf(slowdown: number, taken: number[]): Row[] {
  const suffix = slowdown === 1 ? '' : `-slowed-${slowdown}`
  const spread = quantile(taken, 0.75) - quantile(taken, 0.25)
  const row = (name: string, ours: number): Row => ({
    name: `paint-${name}${suffix}`,
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
