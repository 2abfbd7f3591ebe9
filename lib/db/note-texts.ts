// What notes say, read once and kept for Find: a note whose texts changed is unread until it is read again.

import type { NoteId, UserId } from '#lib/core/ids.ts'
import type { NoteFields, NoteKind } from '#lib/core/note/note.ts'
import type { NoteText } from '#lib/core/search/note-text.ts'
import { database, type Transaction } from './client.ts'

export type UnreadNote = { id: NoteId; kind: NoteKind | null; fields: NoteFields; cards: { key: string; kind: string }[] }

export function unreadNotes(tx: Transaction, userId: UserId, most: number): Promise<UnreadNote[]> {
  return tx.$queryRaw<UnreadNote[]>`
    SELECT n.id, n.kind, n.fields, coalesce(
      (SELECT jsonb_agg(jsonb_build_object('key', c.key, 'kind', c.kind))
       FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id), '[]') AS cards
    FROM "Note" n WHERE n."userId" = ${userId}::uuid AND NOT n."textRead" ORDER BY n.id LIMIT ${most}`
}

export async function writeNoteTexts(tx: Transaction, userId: UserId, texts: (NoteText & { id: NoteId })[]): Promise<void> {
  const rows = JSON.stringify(texts)
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS given(id uuid, words text, fronts jsonb)), put AS (
      INSERT INTO "NoteText" ("userId", id, words, fronts) SELECT ${userId}::uuid, id, words, fronts FROM given
      ON CONFLICT ("userId", id) DO UPDATE SET words = excluded.words, fronts = excluded.fronts
    )
    UPDATE "Note" n SET "textRead" = true FROM given WHERE n."userId" = ${userId}::uuid AND n.id = given.id`
}

/** How many notes are unread, counted up to `most`. */
export async function countUnread(userId: UserId, most: number): Promise<number> {
  const rows = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM "Note" WHERE "userId" = ${userId}::uuid AND NOT "textRead" LIMIT ${most}) AS unread`
  return rows[0]?.count ?? 0
}

/**
 * Lets Postgres count its rows now. Of a learner whose many rows came in the last minute it knows nothing yet, holds them for few,
 * and takes any index that begins with the learner: then each look-up reads them all.
 */
export async function analyzeCards(): Promise<void> {
  await database().$executeRaw`ANALYZE "Note", "Card", "NoteText"`
}
