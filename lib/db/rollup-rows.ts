// The sums of a learner's days: kept as events come, and made again from them.

import type { StudyDay } from '#lib/core/day.ts'
import type { Stamp, VoidEvent } from '#lib/core/event.ts'
import type { GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { CountedAnswer, DayCounts, Sums } from '#lib/core/statistics/day-counts.ts'
import { database, Prisma, type Reader, type Transaction } from './client.ts'
import { toEvent, toSeen } from './event-rows.ts'
import type { Event as EventRow } from './generated/client.ts'
import { fromDay, toDay } from './values.ts'

const NUMBERS = 'answers tookMs introduced youngReviews youngRecalled matureReviews matureRecalled seenAgain seenAgainMillionths'
const LISTS = 'predicted predictedRecalled predictedMillionths'
const COUNTS = Prisma.raw(
  `${NUMBERS} ${LISTS}`
    .split(' ')
    .map((name) => `"${name}"`)
    .join(', '),
)
const ADDED = Prisma.raw(
  [
    ...NUMBERS.split(' ').map((name) => `"${name}" = "DayRollup"."${name}" + excluded."${name}"`),
    ...LISTS.split(' ').map(
      (name) =>
        `"${name}" = ARRAY(SELECT a + b FROM unnest("DayRollup"."${name}", excluded."${name}") WITH ORDINALITY AS t(a, b, n) ORDER BY n)`,
    ),
  ].join(', '),
)

/** Adds to the sums of these days; sums that are taken back come in as numbers below zero. */
export async function addToDays(tx: Transaction, userId: UserId, sums: Sums): Promise<void> {
  if (sums.size === 0) return
  const rows = JSON.stringify([...sums].map(([day, counts]) => ({ userId, id: fromDay(day), ...counts })))
  await tx.$executeRaw`
    INSERT INTO "DayRollup" SELECT * FROM jsonb_populate_recordset(NULL::"DayRollup", ${rows}::jsonb)
    ON CONFLICT ("userId", id) DO UPDATE SET ${ADDED}`
}

/** The sums of the learner's days from `from` on. */
export async function daysSince(userId: UserId, from: StudyDay): Promise<Sums> {
  const rows = await database().$queryRaw<(DayCounts & { id: Date })[]>`
    SELECT id, ${COUNTS} FROM "DayRollup" WHERE "userId" = ${userId}::uuid AND id >= ${fromDay(from)}::date ORDER BY id`
  return new Map(rows.map(({ id, ...counts }) => [toDay(id), counts]))
}

/** Every day on which the learner answered. */
export async function studiedDays(userId: UserId): Promise<Set<StudyDay>> {
  const rows = await database().dayRollup.findMany({ where: { userId, answers: { gt: 0 } }, select: { id: true } })
  return new Set(rows.map(({ id }) => toDay(id)))
}

/** How the learner's days are counted. */
export async function countedVersion(userId: UserId): Promise<number | null> {
  const row = await database().cursor.findUnique({ where: { userId }, select: { rollupVersion: true } })
  return row?.rollupVersion ?? null
}

/** All sums go; from now on they are kept as `version` counts them. */
export async function clearDays(tx: Transaction, userId: UserId, version: number): Promise<void> {
  await tx.dayRollup.deleteMany({ where: { userId } })
  await tx.cursor.update({ where: { userId }, data: { rollupVersion: version } })
}

export async function voidsOf(tx: Reader, userId: UserId): Promise<(VoidEvent & Stamp)[]> {
  const rows = await tx.$queryRaw<EventRow[]>`SELECT * FROM "Event" WHERE "userId" = ${userId}::uuid AND target IS NOT NULL`
  return rows.map(toEvent).filter((event) => event.kind === 'void')
}

export type CountedRow = CountedAnswer & { cursor: number; group: GroupId; presetVersion: PresetVersionId }

/** The next answers after a cursor that are no practice, undone ones too, at most `most`. */
export async function answersAfter(tx: Reader, userId: UserId, cursor: number, most: number): Promise<CountedRow[]> {
  const rows = await tx.$queryRaw<EventRow[]>`
    SELECT cursor, "group", "presetVersion", rating, "tookMs", "studyDay",
      "seenPhase", "seenStability", "seenDifficulty", "seenElapsedDays", "seenRecall", "seenIntervalDays"
    FROM "Event" WHERE "userId" = ${userId}::uuid AND cursor > ${cursor} AND kind = 'answer' AND NOT practice ORDER BY cursor LIMIT ${most}`
  return rows.map((row) => ({
    cursor: row.cursor,
    group: row.group as GroupId,
    presetVersion: row.presetVersion as PresetVersionId,
    rating: row.rating as CountedAnswer['rating'],
    tookMs: row.tookMs ?? 0,
    studyDay: toDay(row.studyDay),
    seen: toSeen(row),
  }))
}
