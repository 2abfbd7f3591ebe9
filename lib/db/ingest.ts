// The statements of ingest: each reads or writes a whole batch at once, within the transaction that holds the learner's cursor.

import type { CardState, StudyCard } from '#lib/core/card.ts'
import type { StudyDay } from '#lib/core/day.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import type { CardId, EventId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { fromState, STUDY_CARD_COLUMNS, STUDY_CARD_TABLES, type StudyCardRow, toStudyCard } from './card-rows.ts'
import { Prisma, type Reader, type Transaction } from './client.ts'
import { fromEvent, toEvent } from './event-rows.ts'
import type { Event as EventRow } from './generated/client.ts'
import { toDay } from './values.ts'

export type KnownEvent = { at: number; studyDay: StudyDay; cursor: number }
/** A device's event with a lower seq. */
export type EarlierEvent = { seq: number; at: number }
export type CachedCard = StudyCard & { parametersId: PresetVersionId | null; foldVersion: number }

/**
 * Takes the one lock of ingest and gives the number of the learner's last event, and how their days are counted; null where there
 * is no such learner.
 */
export async function lockCursor(tx: Transaction, userId: UserId): Promise<{ value: number; rollupVersion: number } | null> {
  const rows = await tx.$queryRaw<{ value: number; rollupVersion: number }[]>`
    SELECT value, "rollupVersion" FROM "Cursor" WHERE "userId" = ${userId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Of these events, those that are stored: stamps by id. And of these groups, those that a stored void names. */
export async function known(
  tx: Transaction,
  userId: UserId,
  ids: EventId[],
  groups: GroupId[],
): Promise<{ stamps: Map<EventId, KnownEvent>; voided: Set<GroupId> }> {
  const rows = await tx.$queryRaw<{ id: EventId; at: Date; studyDay: Date; cursor: number; target: GroupId | null }[]>`
    SELECT id, at, "studyDay", cursor, target FROM "Event"
    WHERE "userId" = ${userId}::uuid AND (id = ANY(${ids}::uuid[]) OR (target IS NOT NULL AND target = ANY(${groups}::uuid[])))`
  return {
    stamps: new Map(rows.map((row) => [row.id, { at: row.at.getTime(), studyDay: toDay(row.studyDay), cursor: row.cursor }])),
    voided: new Set(rows.flatMap((row) => row.target ?? [])),
  }
}

/** The groups among these that hold an event: the time of their latest. */
export async function groupTimes(tx: Transaction, userId: UserId, groups: GroupId[]): Promise<Map<GroupId, number>> {
  if (groups.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ group: GroupId; at: Date }[]>`
    SELECT "group", max(at) AS at FROM "Event"
    WHERE "userId" = ${userId}::uuid AND "group" = ANY(${groups}::uuid[]) GROUP BY "group"`
  return new Map(rows.map((row) => [row.group, row.at.getTime()]))
}

/** For each seq of a device: its stored event with the next lower one. */
export async function eventsBefore(tx: Transaction, userId: UserId, device: string, seqs: number[]): Promise<Map<number, EarlierEvent>> {
  const rows = await tx.$queryRaw<{ seq: number; earlier: number; at: Date }[]>`
    SELECT asked.seq, e.seq AS earlier, e.at FROM unnest(${seqs}::int[]) AS asked(seq),
    LATERAL (SELECT e.seq, e.at FROM "Event" e WHERE e."userId" = ${userId}::uuid AND e.device = ${device}::uuid AND e.seq < asked.seq
             ORDER BY e.seq DESC LIMIT 1) AS e`
  return new Map(rows.map((row) => [row.seq, { seq: row.earlier, at: row.at.getTime() }]))
}

/** The learner's own cards among these, deleted ones too: a late answer is saved all the same. */
export async function cachedCards(tx: Transaction, userId: UserId, ids: CardId[]): Promise<Map<CardId, CachedCard>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<(StudyCardRow & { parametersId: PresetVersionId | null; foldVersion: number })[]>`
    SELECT ${STUDY_CARD_COLUMNS}, c."parametersId", c."foldVersion" FROM ${STUDY_CARD_TABLES}
    WHERE c."userId" = ${userId}::uuid AND c.id = ANY(${ids}::uuid[])`
  return new Map(
    rows.map((row) => [row.id as CardId, { ...toStudyCard(row), parametersId: row.parametersId, foldVersion: row.foldVersion }]),
  )
}

/** The cards that voiding these groups touches, through voids of voids down to the acts themselves. */
export async function cardsOfGroups(tx: Transaction, userId: UserId, groups: GroupId[]): Promise<CardId[]> {
  if (groups.length === 0) return []
  const rows = await tx.$queryRaw<{ cardId: CardId }[]>`
    WITH RECURSIVE hit AS (
      SELECT id, "cardId", target FROM "Event" WHERE "userId" = ${userId}::uuid AND "group" = ANY(${groups}::uuid[])
      UNION
      SELECT e.id, e."cardId", e.target FROM "Event" e JOIN hit ON e."group" = hit.target WHERE e."userId" = ${userId}::uuid
    )
    SELECT DISTINCT "cardId" FROM hit WHERE "cardId" IS NOT NULL`
  return rows.map((row) => row.cardId)
}

/** Every event of these cards, with the voids that bear on them or on these groups, voids of voids too. */
export async function historyOf(tx: Reader, userId: UserId, cards: CardId[], groups: GroupId[] = []): Promise<StudyEvent[]> {
  if (cards.length === 0) return []
  const rows = await tx.$queryRaw<EventRow[]>`
    WITH RECURSIVE own AS (
      SELECT * FROM "Event"
      WHERE "userId" = ${userId}::uuid AND ("cardId" = ANY(${cards}::uuid[]) OR (target IS NOT NULL AND target = ANY(${groups}::uuid[])))
      UNION
      SELECT v.* FROM "Event" v JOIN own ON v.target = own."group" WHERE v."userId" = ${userId}::uuid
    )
    SELECT * FROM own`
  return rows.map(toEvent)
}

export type CardWrite = { id: CardId; state: CardState; parametersId: PresetVersionId; foldVersion: number }

/** Stores new events, the states that they make of their cards, and the number of the last: one statement, all or nothing. */
export async function writeBatch(tx: Transaction, userId: UserId, cursor: number, events: StudyEvent[], cards: CardWrite[]): Promise<void> {
  const eventRows = JSON.stringify(events.map((event) => fromEvent(userId, event)))
  const cardRows = JSON.stringify(
    cards.map(({ id, state, parametersId, foldVersion }) => ({ id, ...fromState(state), parametersId, foldVersion })),
  )
  await tx.$executeRaw`
    WITH inserted AS (
      INSERT INTO "Event" SELECT * FROM jsonb_populate_recordset(NULL::"Event", ${eventRows}::jsonb)
    ), moved AS (
      UPDATE "Card" c SET ${STATE_ASSIGNMENTS}, "parametersId" = r."parametersId", "foldVersion" = r."foldVersion", cursor = ${cursor}
      FROM jsonb_populate_recordset(NULL::"Card", ${cardRows}::jsonb) r
      WHERE c."userId" = ${userId}::uuid AND c.id = r.id
    )
    UPDATE "Cursor" SET value = ${cursor} WHERE "userId" = ${userId}::uuid`
}

const STATE_COLUMNS =
  'phase step dueDay dueAt position stability difficulty reps lapses firstDay lastDay suspended buriedUntilDay flag marked head'
const STATE_ASSIGNMENTS = Prisma.raw(
  STATE_COLUMNS.split(' ')
    .map((name) => `"${name}" = r."${name}"`)
    .join(', '),
)
