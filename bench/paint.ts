// From a rating's key to the paint that shows the next card, in Chromium through the production build, against one frame.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
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
const RATINGS = { key: 100, click: 60 }

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
      const byKey = await ratings(page, RATINGS.key, () => page.keyboard.press('3'))
      const byClick = await ratings(page, RATINGS.click, () => click(page))
      const empty = await context.newPage()
      await empty.setContent('<button>Show answer</button>')
      await empty.evaluate(ANSWERS_AT_ONCE)
      await slow(empty, slowdown)
      const floor = await ratings(empty, RATINGS.key, () => empty.keyboard.press('3'))
      const suffix = slowdown === 1 ? '' : `-slowed-${slowdown}`
      rows.push(...rowsOf('paint', suffix, byKey), ...rowsOf('paint-click', suffix, byClick))
      rows.push(rowOf({ name: `paint-floor${suffix}`, unit: 'ms', anchorName: 'a key on an empty page' }, byKey, floor))
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

/** A page that only changes a word: what the browser alone takes on this machine, now. As text, like the probe. */
const ANSWERS_AT_ONCE = `
  addEventListener('keydown', ({ key }) => {
    document.querySelector('button').textContent = key === '3' ? 'Show answer' : 'Good'
  })`

// As text: a function would bring along helpers of the compiler that the page does not have. It asks for no frame before the
// page does: a frame that is on its way would hold back all the page's other tasks until it is painted.
const PROBE = `
  globalThis.paintOf = (words) => new Promise((resolve) => {
    let actedAt
    const acted = ({ timeStamp }) => { actedAt = timeStamp }
    const seen = new MutationObserver(() => {
      if (![...document.querySelectorAll('button')].some((button) => button.textContent.startsWith(words))) return
      seen.disconnect()
      // A frame's callbacks run just before it is painted; the message comes right after.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          for (const kind of ['keydown', 'click']) removeEventListener(kind, acted, true)
          resolve(performance.now() - actedAt)
        }
        port2.postMessage(null)
      })
    })
    seen.observe(document.body, { subtree: true, childList: true, characterData: true })
    for (const kind of ['keydown', 'click']) addEventListener(kind, acted, true)
  })`

type Probed = { paintOf: (words: string) => Promise<number>; painted: Promise<number> }

/** Ms from the act's own time to the paint that shows a button of these words. */
async function paintAfter(page: Page, words: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((expected) => {
    const page = globalThis as unknown as Probed
    page.painted = page.paintOf(expected)
  }, words)
  await act()
  return page.evaluate(() => (globalThis as unknown as Probed).painted)
}

/** Nobody rates a card before they have read it, and an act should meet each moment of a frame alike. */
const read = () => sleep(200 + FRAME_MS * Math.random())

/** For each rating: ms to the paint of the next card. */
async function ratings(page: Page, n: number, rate: () => Promise<void>): Promise<number[]> {
  await page.evaluate(PROBE)
  const taken: number[] = []
  for (let rating = 0; rating < n; rating++) {
    await paintAfter(page, 'Good', () => page.keyboard.press('Space'))
    await read()
    taken.push(await paintAfter(page, 'Show answer', rate))
    await read()
  }
  return taken
}

/** A click as a hand makes it: the pointer is there already, and the button is down for a moment. */
async function click(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Good/ }).hover()
  await sleep(100)
  await page.mouse.down()
  await sleep(80)
  await page.mouse.up()
}

function rowsOf(name: string, suffix: string, taken: number[]): Row[] {
  const spread = quantile(taken, 0.75) - quantile(taken, 0.25)
  const row = (quantileName: string, ours: number): Row => ({
    name: `${name}-${quantileName}${suffix}`,
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
