// The page Progress over logs of ten thousand to a million answers: what it reads, and how that grows.

import type { Client } from 'pg'
import { addDays, studyDayOf } from '#lib/core/day.ts'
import type { UserId } from '#lib/core/ids.ts'
import { fromDay } from '#lib/db/values.ts'
import { recountDays } from '#lib/study/count-days.ts'
import { getProgress } from '#lib/study/get-progress.ts'
import { fillLearner } from './fill.ts'
import { inTurn, type Row, rowOf } from './measure.ts'

const SIZES = [10_000, 100_000, 1_000_000]
/** Answers that a card has had on the average. */
const ANSWERS_A_CARD = 25
const RUNS = 20
const DAYS = 365
const NOW = Date.UTC(2026, 10, 24, 12)

// What a page without sums a day would read: every answer of the year.
const PLAIN = `
  SELECT "studyDay", count(*), sum(least("tookMs", 60000)), sum(CASE WHEN rating > 1 THEN 1 ELSE 0 END)
  FROM "Event" WHERE "userId" = $1 AND kind = 'answer' AND "studyDay" > $2 GROUP BY "studyDay"`

export async function benchProgress(client: Client): Promise<Row[]> {
  const today = studyDayOf(NOW, 'UTC', 4)
  const rows: Row[] = []
  const pages: { events: number; ours: number[] }[] = []
  for (const events of SIZES) {
    const user = await fillLearner(client, today, { cards: events / ANSWERS_A_CARD, due: 200 })
    await fillAnswers(client, user, events, fromDay(today) ?? '')
    await client.query('VACUUM ANALYZE')
    const began = performance.now()
    await recountDays(user)
    const recounted = performance.now() - began
    const plain = { name: 'year', text: PLAIN, values: [user, fromDay(addDays(today, -DAYS))] }
    const { ours, anchor } = await inTurn(
      RUNS,
      () => getProgress({ id: user, zone: 'UTC', rolloverHour: 4 }, NOW),
      () => client.query(plain),
    )
    rows.push(
      rowOf({ name: `progress-${events}`, unit: 'ms', anchorName: 'one pass over the answers of the year by plain pg' }, ours, anchor),
    )
    rows.push(rowOf({ name: `recount-${events}`, unit: 'ms', anchorName: 'the same pass' }, [recounted], anchor))
    pages.push({ events, ours })
  }
  const [smallest] = pages
  const growth = pages.map(({ events, ours }) =>
    rowOf({ name: `progress-growth-${events}`, unit: 'ms', anchorName: `ours at ${SIZES[0]} answers` }, ours, smallest?.ours ?? []),
  )
  return [...rows, ...growth]
}

/** Answers spread over cards and days, each told of the card as it stood: what a learner of years has in the log. */
async function fillAnswers(client: Client, user: UserId, events: number, today: string): Promise<void> {
  await client.query(
    `INSERT INTO "Event" ("userId", id, kind, "cardId", "group", device, seq, "claimedAt", zone, "rolloverHour", at, "studyDay", cursor,
       "nextPhase", "nextDays", "presetVersion", rating, "tookMs", "seenPhase", "seenStability", "seenDifficulty", "seenElapsedDays",
       "seenRecall", "seenIntervalDays", practice, suspends, variant)
     SELECT $1::uuid, id, 'answer', card, id, $1::uuid, n, day + interval '12 hours', 'UTC', 4, day + interval '12 hours', day, n,
       'review', 30, version, 1 + n % 4, 4000 + n % 7000, 'review', 30, 5, 1 + n % 60, 0.85 + (n % 14) / 100.0, 1 + n % 60, false, false, 0
     FROM (
       SELECT n, md5('event' || $1::text || n)::uuid AS id, md5('card' || $1::text || (1 + n % ($2::int / $4::int * 4 / 5)))::uuid AS card,
         $3::date - (n % $5::int) AS day
       FROM generate_series(1, $2::int) AS n
     ) AS made, (SELECT id AS version FROM "PresetVersion" WHERE "userId" = $1::uuid) AS preset`,
    [user, events, today, ANSWERS_A_CARD, DAYS],
  )
  await client.query('UPDATE "Cursor" SET value = $2 WHERE "userId" = $1', [user, events])
}
