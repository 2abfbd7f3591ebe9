// The due query: what a learner's day costs to read, and that cards which are not due cost nothing.

import type { Client } from 'pg'
import { addDays, type StudyDay, studyDayOf, studyDayStart } from '#lib/core/day.ts'
import type { UserId } from '#lib/core/ids.ts'
import { dueCards } from '#lib/db/queue-rows.ts'
import { fromDay } from '#lib/db/values.ts'
import { gatherDay } from '#lib/study/gather-day.ts'
import { fillLearner } from './fill.ts'
import { inTurn, type Row, rowOf } from './measure.ts'

const SIZES = [1_000, 10_000, 100_000]
const DUE = 200
const RUNS = 60
const NOW = Date.UTC(2026, 10, 24, 12)

// The same rows, by the driver alone: a statement that is prepared once and has nothing around it.
const PLAIN = `
  SELECT id, "noteId", "deckId", place, phase, step, "dueDay", "dueAt", position, stability, difficulty, reps, lapses, "firstDay", "lastDay",
    suspended, "buriedUntilDay", flag, marked, head
  FROM "Card" WHERE "userId" = $1 AND "dueDay" <= $2 AND NOT suspended AND "deletedAt" IS NULL AND "withdrawnBy" IS NULL`

export async function benchDue(client: Client): Promise<Row[]> {
  const today = studyDayOf(NOW, 'UTC', 4)
  const rows: Row[] = []
  const queues: number[][] = []
  for (const cards of SIZES) {
    const user = await fillLearner(client, today, { cards, due: DUE })
    await client.query('VACUUM ANALYZE "Card"')
    rows.push(await dueRow(client, user, today, cards))
    const learner = { id: user, zone: 'UTC', rolloverHour: 4 }
    const { ours } = await inTurn(
      RUNS,
      () => gatherDay(learner, NOW),
      async () => undefined,
    )
    queues.push(ours)
  }
  const [smallest = []] = queues
  const growth = queues.map((times, index) =>
    rowOf({ name: `queue-${SIZES[index]}`, unit: 'ms', anchorName: `ours at ${SIZES[0]} cards` }, times, smallest),
  )
  return [...rows, ...growth]
}

async function dueRow(client: Client, user: UserId, today: StudyDay, cards: number): Promise<Row> {
  const end = studyDayStart(addDays(today, 1), 'UTC', 4)
  const plain = { name: 'due', text: PLAIN, values: [user, fromDay(today)] }
  const { ours, anchor } = await inTurn(
    RUNS,
    () => dueCards(user, today, end),
    () => client.query(plain),
  )
  return rowOf({ name: `due-${cards}`, unit: 'ms', anchorName: 'plain prepared pg, the same rows' }, ours, anchor)
}
