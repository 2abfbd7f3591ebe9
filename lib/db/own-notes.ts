// A learner's notes and the cards that they make. Editing rewrites texts and never a schedule.

import type { CardId, DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import type { NoteFields, NoteKind } from '#lib/core/note/note.ts'
import type { EditedNote } from '#lib/core/note/view.ts'
import type { Reader, Transaction } from './client.ts'

export type NoteRow = EditedNote

export type NoteText = { kind: NoteKind | null; fields: NoteFields; tags: string[] }
export type OwnCard = { id: CardId; key: string; kind: string }

export async function noteOf(tx: Reader, userId: UserId, id: NoteId): Promise<NoteRow | null> {
  const row = await tx.note.findFirst({
    where: { userId, id, deletedAt: null },
    select: { kind: true, fields: true, tags: true, version: true, updatedAt: true, cards: { select: { deckId: true }, take: 1 } },
  })
  const deckId = row?.cards[0]?.deckId
  if (!row || deckId === undefined) return null
  const { kind, fields, tags, version, updatedAt } = row
  return {
    id,
    kind: kind as NoteKind | null,
    fields: fields as NoteFields,
    tags,
    version,
    updatedAt: updatedAt.getTime(),
    deckId: deckId as DeckId,
  }
}

/** False where the learner has a note of this id already: it was sent twice. */
export async function insertNote(tx: Transaction, userId: UserId, id: NoteId, text: NoteText, now: number): Promise<boolean> {
  const at = new Date(now)
  const { count } = await tx.note.createMany({
    data: [{ userId, id, ...text, fields: { ...text.fields }, createdAt: at, updatedAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}

/** All of them or, where the learner has a note of one of these ids already, none: then false. */
export async function insertNotes(tx: Transaction, userId: UserId, notes: (NoteText & { id: NoteId })[], now: number): Promise<boolean> {
  const ids = notes.map(({ id }) => id)
  const [taken] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Note" WHERE "userId" = ${userId}::uuid AND id = ANY(${ids}::uuid[]) LIMIT 1`
  if (taken || new Set(ids).size < ids.length) return false
  const at = new Date(now)
  await tx.$executeRaw`
    INSERT INTO "Note" ("userId", id, kind, fields, tags, "createdAt", "updatedAt")
    SELECT ${userId}::uuid, r.id, r.kind, r.fields, r.tags, ${at}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS r(id uuid, kind text, fields jsonb, tags text[])`
  return true
}

/** False where the note is no longer at this version. */
export async function updateNote(
  tx: Transaction,
  userId: UserId,
  { id, version }: { id: NoteId; version: number },
  { kind, fields, tags }: NoteText,
  now: number,
): Promise<boolean> {
  const { count } = await tx.note.updateMany({
    where: { userId, id, version, deletedAt: null },
    data: { kind, fields: { ...fields }, tags, version: { increment: 1 }, textRead: false, updatedAt: new Date(now) },
  })
  return count === 1
}

/** The cards of a note, all of them at `deckId`: new ones go to its end, those that the note makes no longer are withdrawn, and one that is made again comes back. */
export async function putOwnCards(
  tx: Transaction,
  userId: UserId,
  note: { id: NoteId; version: number; deckId: DeckId },
  cards: OwnCard[],
  now: number,
): Promise<void> {
  const rows = JSON.stringify(cards)
  await tx.$executeRaw`
    INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, position, "createdAt")
    SELECT ${userId}::uuid, r.id, ${note.id}::uuid, ${note.deckId}::uuid, r.key, r.kind, '{}', last.place + r.at, last.place + r.at, ${new Date(now)}
    FROM (SELECT coalesce(max(place), -1)::int AS place FROM "Card" WHERE "userId" = ${userId}::uuid AND "deckId" = ${note.deckId}::uuid) AS last,
      ROWS FROM (jsonb_to_recordset(${rows}::jsonb) AS (id uuid, key text, kind text)) WITH ORDINALITY AS r(id, key, kind, at)
    ON CONFLICT ("userId", id) DO UPDATE SET kind = excluded.kind, "withdrawnBy" = NULL, "withdrawnReason" = NULL`
  const keys = cards.map(({ key }) => key)
  await tx.card.updateMany({
    where: { userId, noteId: note.id, withdrawnBy: null, key: { notIn: keys } },
    data: { withdrawnBy: note.version, withdrawnReason: 'edited' },
  })
  await tx.card.updateMany({ where: { userId, noteId: note.id }, data: { deckId: note.deckId } })
}

/** Cards of new notes, in their order at the end of the deck. */
export async function putNewCards(
  tx: Transaction,
  userId: UserId,
  deckId: DeckId,
  cards: (OwnCard & { noteId: NoteId })[],
  now: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, position, "createdAt")
    SELECT ${userId}::uuid, r.id, r."noteId", ${deckId}::uuid, r.key, r.kind, '{}', last.place + r.at, last.place + r.at, ${new Date(now)}
    FROM (SELECT coalesce(max(place), -1)::int AS place FROM "Card" WHERE "userId" = ${userId}::uuid AND "deckId" = ${deckId}::uuid) AS last,
      ROWS FROM (jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) AS (id uuid, "noteId" uuid, key text, kind text))
        WITH ORDINALITY AS r(id, "noteId", key, kind, at)`
}

export async function cardsOfNote(tx: Reader, userId: UserId, id: NoteId): Promise<{ id: CardId; key: string; withdrawn: boolean }[]> {
  const rows = await tx.card.findMany({
    where: { userId, noteId: id, deletedAt: null },
    select: { id: true, key: true, withdrawnBy: true },
    orderBy: { place: 'asc' },
  })
  return rows.map((row) => ({ id: row.id as CardId, key: row.key, withdrawn: row.withdrawnBy !== null }))
}

export async function deleteNoteAt(tx: Transaction, userId: UserId, id: NoteId, at: number): Promise<void> {
  const deletedAt = new Date(at)
  await tx.note.updateMany({ where: { userId, id, deletedAt: null }, data: { deletedAt } })
  await tx.card.updateMany({ where: { userId, noteId: id, deletedAt: null }, data: { deletedAt } })
}

/** Of these notes those that were neither edited nor studied since they were made: undoing overwrites nothing that came later. */
export async function deleteUnedited(tx: Transaction, userId: UserId, ids: NoteId[], at: number): Promise<void> {
  const deletedAt = new Date(at)
  await tx.$executeRaw`
    WITH gone AS (
      UPDATE "Note" n SET "deletedAt" = ${deletedAt}
      WHERE "userId" = ${userId}::uuid AND id = ANY(${ids}::uuid[]) AND version = 1 AND "deletedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id AND c.head IS NOT NULL)
      RETURNING id
    )
    UPDATE "Card" c SET "deletedAt" = ${deletedAt} FROM gone
    WHERE c."userId" = ${userId}::uuid AND c."noteId" = gone.id AND c."deletedAt" IS NULL`
}

export type NoteLine = { id: NoteId; kind: NoteKind | null; fields: NoteFields }

/** Of the notes that the learner wrote into a deck, newest first, those from `skip` on; and how many there are. */
export async function notesOfDeck(
  tx: Reader,
  userId: UserId,
  deckId: DeckId,
  { skip, most }: { skip: number; most: number },
): Promise<{ notes: NoteLine[]; count: number }> {
  const where = { userId, deletedAt: null, kind: { not: null }, cards: { some: { deckId, deletedAt: null } } }
  const [rows, count] = await Promise.all([
    tx.note.findMany({
      where,
      select: { id: true, kind: true, fields: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip,
      take: most,
    }),
    tx.note.count({ where }),
  ])
  return {
    notes: rows.map((row) => ({ id: row.id as NoteId, kind: row.kind as NoteKind | null, fields: row.fields as NoteFields })),
    count,
  }
}

/** The fields of all notes with a card in a deck. */
export async function fieldsOfDeck(tx: Reader, userId: UserId, deckId: DeckId): Promise<NoteFields[]> {
  const rows = await tx.$queryRaw<{ fields: NoteFields }[]>`
    SELECT n.fields FROM "Note" n
    WHERE n."userId" = ${userId}::uuid AND n."deletedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id AND c."deckId" = ${deckId}::uuid AND c."deletedAt" IS NULL)`
  return rows.map(({ fields }) => fields)
}
