// What is done to many notes at once: each statement takes all of them.

import type { CardId, DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { Prisma, type Transaction } from './client.ts'
import { type Filter, FOUND, foundWhere } from './find-filters.ts'

export type ChosenCard = { id: CardId; noteId: NoteId; own: boolean; suspended: boolean }

const CHOSEN = Prisma.sql`SELECT c.id, c."noteId", n.kind IS NOT NULL AS own, c.suspended
  FROM ${FOUND} JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"`

/** The learner's own live cards among these. */
export function cardsById(tx: Transaction, userId: UserId, ids: readonly CardId[]): Promise<ChosenCard[]> {
  return tx.$queryRaw<ChosenCard[]>`${CHOSEN} WHERE ${foundWhere(userId, [])} AND c.id = ANY(${ids}::uuid[])`
}

export function cardsFound(tx: Transaction, userId: UserId, filters: readonly Filter[]): Promise<ChosenCard[]> {
  return tx.$queryRaw<ChosenCard[]>`${CHOSEN} WHERE ${foundWhere(userId, filters)}`
}

/** The decks of these notes: all cards of a note stand in one. */
export function decksOfNotes(tx: Transaction, userId: UserId, notes: readonly NoteId[]): Promise<{ deckId: DeckId; notes: NoteId[] }[]> {
  return tx.$queryRaw<{ deckId: DeckId; notes: NoteId[] }[]>`
    SELECT "deckId", array_agg(note) AS notes FROM (
      SELECT DISTINCT ON ("noteId") "noteId" AS note, "deckId" FROM "Card"
      WHERE "userId" = ${userId}::uuid AND "noteId" = ANY(${notes}::uuid[]) ORDER BY "noteId", place
    ) AS stands GROUP BY "deckId"`
}

/** All cards of these notes stand in the deck from now on; each note counts it as an edit. Deleted notes stay where they are. */
export async function moveNotes(tx: Transaction, userId: UserId, notes: readonly NoteId[], deckId: DeckId, now: number): Promise<number> {
  const moved = await tx.$executeRaw`
    UPDATE "Note" SET version = version + 1, "updatedAt" = ${new Date(now)}
    WHERE "userId" = ${userId}::uuid AND id = ANY(${notes}::uuid[]) AND "deletedAt" IS NULL`
  await tx.$executeRaw`
    UPDATE "Card" c SET "deckId" = ${deckId}::uuid FROM "Note" n
    WHERE c."userId" = ${userId}::uuid AND c."noteId" = ANY(${notes}::uuid[]) AND c."deckId" <> ${deckId}::uuid
      AND n."userId" = c."userId" AND n.id = c."noteId" AND n."deletedAt" IS NULL`
  return moved
}

/** Marks these notes and their cards with one time: by it they come back together. Gives how many cards that were. */
export async function deleteNotesAt(tx: Transaction, userId: UserId, notes: readonly NoteId[], at: number): Promise<number> {
  const deletedAt = new Date(at)
  await tx.$executeRaw`
    UPDATE "Note" SET "deletedAt" = ${deletedAt} WHERE "userId" = ${userId}::uuid AND id = ANY(${notes}::uuid[]) AND "deletedAt" IS NULL`
  const cards = await tx.$queryRaw<{ shown: number }[]>`
    WITH gone AS (
      UPDATE "Card" SET "deletedAt" = ${deletedAt}
      WHERE "userId" = ${userId}::uuid AND "noteId" = ANY(${notes}::uuid[]) AND "deletedAt" IS NULL RETURNING "withdrawnBy"
    )
    SELECT count(*) FILTER (WHERE "withdrawnBy" IS NULL)::int AS shown FROM gone`
  return cards[0]?.shown ?? 0
}

export type TaggedNotes = { tags: string[]; notes: NoteId[] }

/** Each set of notes by the tags that they have, deleted ones aside; `nth` is the number of the set, from 0. */
export function notesByTags(
  tx: Transaction,
  userId: UserId,
  sets: readonly (readonly NoteId[])[],
): Promise<(TaggedNotes & { nth: number })[]> {
  return tx.$queryRaw<(TaggedNotes & { nth: number })[]>`
    SELECT (given.nth - 1)::int AS nth, n.tags, array_agg(n.id) AS notes
    FROM jsonb_array_elements(${JSON.stringify(sets)}::jsonb) WITH ORDINALITY AS given(notes, nth), jsonb_array_elements_text(given.notes) AS note
    JOIN "Note" n ON n."userId" = ${userId}::uuid AND n.id = note::uuid
    WHERE n."deletedAt" IS NULL GROUP BY given.nth, n.tags`
}

/** All notes that have tags, by them. */
export function taggedNotes(tx: Transaction, userId: UserId): Promise<TaggedNotes[]> {
  return tx.$queryRaw<TaggedNotes[]>`
    SELECT tags, array_agg(id) AS notes FROM "Note"
    WHERE "userId" = ${userId}::uuid AND tags <> '{}' AND "deletedAt" IS NULL GROUP BY tags`
}

/** Gives the notes their tags; each counts it as an edit. */
export async function setTags(tx: Transaction, userId: UserId, groups: readonly TaggedNotes[], now: number): Promise<void> {
  const rows = JSON.stringify(groups)
  await tx.$executeRaw`
    UPDATE "Note" n SET tags = given.tags, version = n.version + 1, "updatedAt" = ${new Date(now)}
    FROM (
      SELECT ARRAY(SELECT jsonb_array_elements_text(given.tags)) AS tags, note::uuid AS id
      FROM jsonb_to_recordset(${rows}::jsonb) AS given(tags jsonb, notes jsonb), jsonb_array_elements_text(given.notes) AS note
    ) AS given
    WHERE n."userId" = ${userId}::uuid AND n.id = given.id`
}
