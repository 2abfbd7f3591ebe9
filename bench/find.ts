// Find over a hundred thousand notes: the first page by word, by deck and state, and of everything, against the same rows by plain
// pg; and the list in Chromium, scrolled from its beginning to its end.

import { chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { studyDayOf } from '#lib/core/day.ts'
import type { UserId } from '#lib/core/ids.ts'
import { parseSort } from '#lib/core/search/sort.ts'
import { fromDay } from '#lib/db/values.ts'
import { findCards } from '#lib/study/find-cards.ts'
import type { Learner } from '#lib/study/learner.ts'
import { readTexts } from '#lib/study/read-texts.ts'
import { suspendCards } from '#lib/study/suspend-cards.ts'
import { undoChange } from '#lib/study/undo-change.ts'
import { launchOptions } from '../e2e/browser.ts'
import { fillLearner } from './fill.ts'
import { inTurn, quantile, type Row, rowOf } from './measure.ts'
import { signedIn, withServer } from './server.ts'

const NOTES = 100_000
const RUNS = 30
const FRAME_MS = 1000 / 60

// The rows of a page, by the driver alone; and how many there are, which every list must say.
const ROWS = `
  SELECT c.id, c."noteId", c."deckId", c.place, c.phase, c.step, c."dueDay", c."dueAt", c.position, c.stability, c.difficulty, c.reps, c.lapses,
    c."firstDay", c."lastDay", c.suspended, c."buriedUntilDay", c.flag, c.marked, c.head, d.name, n.tags, t.fronts ->> c.key AS front
  FROM "Card" c JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId" JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
  JOIN "NoteText" t ON t."userId" = c."userId" AND t.id = c."noteId"`
const COUNT = `SELECT count(*) FROM "Card" c`
const OWN = `WHERE c."userId" = $1 AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL`
const NEWEST = `ORDER BY c."createdAt" DESC, c.place DESC, c.id DESC LIMIT 100`
const BY_WORD = `AND c."noteId" IN (SELECT w.id FROM "NoteText" w WHERE w."userId" = $1 AND w.words LIKE $2)`
const BY_STATE = `AND c."deckId" = $2 AND NOT c.suspended AND c."dueDay" <= $3`

type Search = { name: string; query: string; where: string; values: unknown[] }

export async function benchFind(client: Client): Promise<Row[]> {
  const now = Date.now()
  const today = studyDayOf(now, 'UTC', 4)
  const user = await fillLearner(client, today, { cards: NOTES, due: 200 })
  const rows = [await readRow(client, user)]
  await client.query('VACUUM ANALYZE')
  const { rows: decks } = await client.query<{ id: string }>('SELECT id FROM "Deck" WHERE "userId" = $1', [user])
  const searches: Search[] = [
    { name: 'all', query: '', where: '', values: [] },
    { name: 'word', query: '7777', where: BY_WORD, values: ['%7777%'] },
    { name: 'common-word', query: 'fact', where: BY_WORD, values: ['%fact%'] },
    { name: 'deck-state', query: 'deck:Deck is:due', where: BY_STATE, values: [decks[0]?.id, fromDay(today)] },
  ]
  const learner = { id: user, zone: 'UTC', rolloverHour: 4 }
  for (const { name, query, where, values } of searches) {
    const page = { name: `page-${name}`, text: `${ROWS} ${OWN} ${where} ${NEWEST}`, values: [user, ...values] }
    const total = { name: `count-${name}`, text: `${COUNT} ${OWN} ${where}`, values: [user, ...values] }
    const { ours, anchor } = await inTurn(
      RUNS,
      () => findCards(learner, now, { query, sort: parseSort('-created') }),
      async () => {
        await client.query(page)
        await client.query(total)
      },
    )
    rows.push(rowOf({ name: `find-${name}`, unit: 'ms', anchorName: 'the same rows and their number by plain prepared pg' }, ours, anchor))
  }
  rows.push(...(await suspendRows(client, learner, now)))
  await client.query('VACUUM ANALYZE')
  return [...rows, ...(await scrollRows(user))]
}

// One statement that writes an event a card, and one that marks the cards: what cannot be done without.
const EVENTS = `
  INSERT INTO "Event" ("userId", id, kind, "cardId", "group", device, seq, "claimedAt", zone, "rolloverHour", at, "studyDay", cursor, suspended)
  SELECT "userId", md5('bench' || id)::uuid, 'mark', id, $2, $2, 0, $3, 'UTC', 4, $3, $4, 10000000 + row_number() OVER (), true
  FROM "Card" WHERE "userId" = $1`
const CARDS = `UPDATE "Card" SET suspended = true WHERE "userId" = $1`

/** All cards suspended at once, and that undone. */
async function suspendRows(client: Client, learner: Learner, now: number): Promise<Row[]> {
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  let change = ''
  const ours = await timed(async () => {
    const acted = await suspendCards(learner, now, { query: '', total: NOTES, except: [] }, true)
    change = (acted.ok && acted.done.change) || ''
  })
  const undo = await timed(() => undoChange(learner, now + 1, change))
  const anchor = await timed(async () => {
    await client.query('BEGIN')
    await client.query(EVENTS, [learner.id, learner.id, new Date(now), fromDay(studyDayOf(now, 'UTC', 4))])
    await client.query(CARDS, [learner.id])
    await client.query('COMMIT')
  })
  await client.query(`DELETE FROM "Event" WHERE "userId" = $1`, [learner.id])
  await client.query(`UPDATE "Card" SET suspended = false WHERE "userId" = $1`, [learner.id])
  const row = (name: string, taken: number) =>
    rowOf({ name, unit: 'ms', anchorName: 'the events and the cards by two statements of plain pg' }, [taken], [anchor])
  return [row('find-suspend', ours), row('find-suspend-undo', undo)]
}

/** All notes read for the first time, as after an import; the anchor writes the same texts in one statement. */
async function readRow(client: Client, user: UserId): Promise<Row> {
  const began = performance.now()
  await readTexts(user)
  const ours = performance.now() - began
  await client.query('CREATE TEMP TABLE texts AS SELECT * FROM "NoteText"')
  await client.query('TRUNCATE "NoteText"')
  const again = performance.now()
  await client.query('INSERT INTO "NoteText" SELECT * FROM texts')
  const anchor = performance.now() - again
  await client.query('DROP TABLE texts')
  return rowOf({ name: 'find-read', unit: 'ms', anchorName: 'the same texts written by one statement' }, [ours], [anchor])
}

// As text: a function would bring along helpers of the compiler that the page does not have.
const SCROLL = `new Promise((done) => {
  const frames = []
  const [began, lasts] = [performance.now(), 6000]
  const end = document.documentElement.scrollHeight - innerHeight
  let before = began
  const step = (at) => {
    frames.push(at - before)
    before = at
    const share = Math.min(1, (at - began) / lasts)
    scrollTo(0, share * end)
    if (share < 1) requestAnimationFrame(step)
    else done(frames.slice(1))
  }
  requestAnimationFrame(step)
})`

/** Ms until rows that are far from any that was loaded stand in the window. */
const JUMP = (share: number) => `new Promise((done) => {
  const began = performance.now()
  scrollTo(0, ${share} * document.documentElement.scrollHeight)
  const look = () => {
    const rows = [...document.querySelectorAll('[role=row][id]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    if (rows.length > 5 && rows.every((row) => row.querySelector('a'))) done(performance.now() - began)
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})`

function scrollRows(user: UserId): Promise<Row[]> {
  return withServer(async (url) => {
    const browser = await chromium.launch(await launchOptions())
    const context = await browser.newContext({ timezoneId: 'UTC' })
    await context.addCookies([await signedIn(user, url)])
    const page = await context.newPage()
    await page.goto(`${url}/find`)
    await page.getByRole('row').nth(5).waitFor()
    const frames = await page.evaluate<number[]>(SCROLL)
    const jumps = await jumpsOf(page)
    await browser.close()
    const row = (name: string, ours: number, all: readonly number[]): Row => ({
      ...{ name, unit: 'ms', ours, anchor: FRAME_MS, anchorName: 'one frame at 60 a second', ratio: ours / FRAME_MS, n: all.length },
      spread: quantile(all, 0.75) - quantile(all, 0.25),
    })
    return [
      row('find-scroll-p50', quantile(frames, 0.5), frames),
      row('find-scroll-p99', quantile(frames, 0.99), frames),
      row('find-scroll-longest', Math.max(...frames), frames),
      row('find-jump-p50', quantile(jumps, 0.5), jumps),
    ]
  })
}

async function jumpsOf(page: Page): Promise<number[]> {
  const jumps: number[] = []
  for (let jump = 0; jump < 20; jump++) jumps.push(await page.evaluate<number>(JUMP(((jump * 37 + 11) % 97) / 100)))
  return jumps
}
