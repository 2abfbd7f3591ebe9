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
import { median, quantile, type Row } from './measure.ts'
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
      const throttle = await context.newCDPSession(page)
      await throttle.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      rows.push(...rowsOf(slowdown, await ratings(page)))
      await context.close()
    }
    await browser.close()
    return rows
  })
}

/** A learner with more due than will be rated, and a session of theirs. */
async function visitor(client: Client): Promise<string> {
  const now = Date.now()
  const user = await fillLearner(client, studyDayOf(now, 'UTC', 4), { cards: 400, due: 190 })
  const session = randomUUID()
  await inTransaction((tx) => insertSession(tx, session, user, now, now + SESSION_MS))
  return sessionToken(session)
}

/** Ms from the key's own time to the paint of the next card, once for each rating. */
async function ratings(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(globalThis, { taken })
    const nextIsThere = () => [...document.querySelectorAll('button')].some((button) => button.textContent?.startsWith('Show answer'))
    addEventListener('keydown', ({ key, timeStamp }) => {
      if (key !== '3') return
      // A frame's callbacks run just before it is painted; the message comes right after.
      const look = () => {
        if (!nextIsThere()) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => taken.push(performance.now() - timeStamp)
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  })
  for (let rating = 0; rating < RATINGS; rating++) {
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^Good/ }).waitFor()
    await page.keyboard.press('3')
    await page.getByRole('button', { name: 'Show answer' }).waitFor()
  }
  return page.evaluate(() => (globalThis as unknown as { taken: number[] }).taken)
}

function rowsOf(slowdown: number, taken: number[]): Row[] {
  const suffix = slowdown === 1 ? '' : `-slowed-${slowdown}`
  const spread = quantile(taken, 0.75) - quantile(taken, 0.25)
  const row = (name: string, ours: number): Row => ({
    ...{ name: `paint-${name}${suffix}`, unit: 'ms', ours, anchor: FRAME_MS, anchorName: 'one frame at 60 a second' },
    ...{ ratio: ours / FRAME_MS, n: taken.length, spread },
  })
  return [row('p50', median(taken)), row('p95', quantile(taken, 0.95))]
}
