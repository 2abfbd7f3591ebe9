// What the queue is made from. Every statement goes by an index on what is due: cards that are not due cost nothing.

import type { StudyCard } from '#lib/core/card.ts'
import type { StudyDay } from '#lib/core/day.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import type { CardId, DeckId, NoteId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Met } from '#lib/core/queue/waiting.ts'
import { STUDY_CARD_COLUMNS, STUDY_CARD_TABLES, type StudyCardRow, toStudyCard } from './card-rows.ts'
import { database, Prisma } from './client.ts'
import { toEvent } from './event-rows.ts'
import type { Event as EventRow } from './generated/client.ts'
import { fromDay, toDay } from './values.ts'

export type DeckRow = {
  id: DeckId
  parentId: DeckId | null
  name: string
  presetVersion: PresetVersionId
  newPerDay: number | null
  reviewsPerDay: number | null
  baseId: string | null
  baseNumber: number | null
}

/** Decks by name, as they are shown. */
export function decksOf(userId: UserId): Promise<DeckRow[]> {
  return database().$queryRaw<DeckRow[]>`
    SELECT d.id, d."parentId", d.name, p."currentVersionId" AS "presetVersion", d."newPerDay", d."reviewsPerDay", d."baseId", d."baseNumber"
    FROM "Deck" d JOIN "Preset" p ON p."userId" = d."userId" AND p.id = d."presetId"
    WHERE d."userId" = ${userId}::uuid AND d."deletedAt" IS NULL
    ORDER BY d.name, d.id`
}

// As the partial indexes of "Card" say it: only then does Postgres use them.
const CAN_BE_SHOWN = Prisma.sql`NOT c.suspended AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL AND d."deletedAt" IS NULL`

/** Everything that has been seen and is due by the end of the day: reviews and learning. */
export async function dueCards(userId: UserId, today: StudyDay, endOfDayMs: number): Promise<StudyCard[]> {
  const rows = await database().$queryRaw<StudyCardRow[]>`
    SELECT ${STUDY_CARD_COLUMNS} FROM ${STUDY_CARD_TABLES}
    WHERE c."userId" = ${userId}::uuid AND ${CAN_BE_SHOWN} AND c."dueDay" <= ${fromDay(today)}::date
    UNION ALL
    SELECT ${STUDY_CARD_COLUMNS} FROM ${STUDY_CARD_TABLES}
    WHERE c."userId" = ${userId}::uuid AND ${CAN_BE_SHOWN} AND c."dueAt" <= ${new Date(endOfDayMs)}`
  return rows.map(toStudyCard)
}

/** The first new cards of each deck, at most `most` of it. */
export async function newCards(userId: UserId, decks: { id: DeckId; most: number }[]): Promise<StudyCard[]> {
  const rows = await database().$queryRaw<StudyCardRow[]>`
    SELECT picked.* FROM unnest(${decks.map((deck) => deck.id)}::uuid[], ${decks.map((deck) => deck.most)}::int[]) AS asked(id, most),
    LATERAL (
      SELECT ${STUDY_CARD_COLUMNS} FROM ${STUDY_CARD_TABLES}
      WHERE c."userId" = ${userId}::uuid AND c."deckId" = asked.id AND ${CAN_BE_SHOWN} AND c.position IS NOT NULL
      ORDER BY c.position LIMIT asked.most
    ) AS picked`
  return rows.map(toStudyCard)
}

/** How far these notes have been met; those that the learner does not have are left out. */
export async function metNotes(userId: UserId, ids: readonly NoteId[]): Promise<Map<NoteId, Met>> {
  if (ids.length === 0) return new Map()
  const rows = await database().$queryRaw<(Met & { id: NoteId })[]>`
    SELECT c."noteId" AS id, bool_or(c."firstDay" IS NOT NULL) AS answered, bool_or(${CAN_BE_SHOWN}) AS open
    FROM "Card" c JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"
    WHERE c."userId" = ${userId}::uuid AND c."noteId" = ANY(${ids}::uuid[]) GROUP BY c."noteId"`
  return new Map(rows.map(({ id, answered, open }) => [id, { answered, open }]))
}

export async function studyCards(userId: UserId, ids: CardId[]): Promise<StudyCard[]> {
  if (ids.length === 0) return []
  const rows = await database().$queryRaw<StudyCardRow[]>`
    SELECT ${STUDY_CARD_COLUMNS} FROM ${STUDY_CARD_TABLES} WHERE c."userId" = ${userId}::uuid AND c.id = ANY(${ids}::uuid[])`
  return rows.map(toStudyCard)
}

/** The learner's own cards among these that can be looked at: deleted and withdrawn ones cannot. */
export async function liveCards(userId: UserId, ids: readonly CardId[]): Promise<StudyCard[]> {
  if (ids.length === 0) return []
  const rows = await database().$queryRaw<StudyCardRow[]>`
    SELECT ${STUDY_CARD_COLUMNS} FROM ${STUDY_CARD_TABLES}
    WHERE c."userId" = ${userId}::uuid AND c.id = ANY(${ids}::uuid[])
      AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL AND d."deletedAt" IS NULL`
  return rows.map(toStudyCard)
}

/** Events of a study day and of those after it, in the order in which they came. */
export async function eventsSince(userId: UserId, day: StudyDay): Promise<StudyEvent[]> {
  const rows = await database().$queryRaw<EventRow[]>`
    SELECT * FROM "Event" WHERE "userId" = ${userId}::uuid AND "studyDay" >= ${fromDay(day)}::date ORDER BY cursor`
  return rows.map(toEvent)
}

/** How many cards fall due on each day after `from` up to `to`, suspended ones aside. */
export async function dueByDay(userId: UserId, from: StudyDay, to: StudyDay): Promise<{ day: StudyDay; count: number }[]> {
  const rows = await database().$queryRaw<{ day: Date; count: number }[]>`
    SELECT c."dueDay" AS day, count(*)::int AS count FROM "Card" c
    WHERE c."userId" = ${userId}::uuid AND NOT c.suspended AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL
      AND c."dueDay" > ${fromDay(from)}::date AND c."dueDay" <= ${fromDay(to)}::date
    GROUP BY c."dueDay" ORDER BY c."dueDay"`
  return rows.map((row) => ({ day: toDay(row.day), count: row.count }))
}

export type ContentRow = {
  cardId: CardId
  noteId: NoteId
  key: string
  kind: string
  factIds: string[]
  fields: Record<string, string>
  noteKind: string | null
  topic: string | null
  deck: string
  baseId: string | null
  baseNumber: number | null
}

/** What these cards show, still as it was written. */
export function contentRows(userId: UserId, ids: CardId[]): Promise<ContentRow[]> {
  return database().$queryRaw<ContentRow[]>`
    SELECT c.id AS "cardId", c."noteId", c.key, c.kind, c."factIds", n.fields, n.kind AS "noteKind", n.topic, d.name AS deck, d."baseId", d."baseNumber"
    FROM "Card" c
    JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"
    WHERE c."userId" = ${userId}::uuid AND c.id = ANY(${ids}::uuid[])`
}
