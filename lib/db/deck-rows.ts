// The rows of a deck that came from a fact base, written all at once. What a learner did to them is never overwritten.

import type { DeckId, NoteId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Prisma, Transaction } from './client.ts'
import { fromTime } from './values.ts'

export type BaseDeck = {
  id: DeckId
  presetId: PresetId
  presetVersionId: PresetVersionId
  name: string
  newPerDay: number
  baseId: string
  baseNumber: number
}

/** The deck with a preset of its own, made where it is not there yet; then the deck stands at `baseNumber`. */
export async function putBaseDeck(tx: Transaction, userId: UserId, deck: BaseDeck, options: Options, now: number): Promise<void> {
  const createdAt = new Date(now)
  const { id, presetId, presetVersionId, name, newPerDay, baseId, baseNumber } = deck
  const preset = { userId, id: presetId, name, currentVersionId: presetVersionId, createdAt }
  const version = { userId, id: presetVersionId, presetId, options: options as unknown as Prisma.InputJsonValue, createdAt }
  await tx.preset.createMany({ data: [preset], skipDuplicates: true })
  await tx.presetVersion.createMany({ data: [version], skipDuplicates: true })
  await tx.deck.createMany({ data: [{ userId, id, presetId, name, newPerDay, baseId, baseNumber, createdAt }], skipDuplicates: true })
  await tx.deck.updateMany({ where: { userId, id }, data: { baseNumber } })
}

export type NoteSource = {
  base: string
  facts: readonly string[]
  form: string
  /** SHA-256 of each field as last generated, hex: a field that differs was edited by the learner. */
  hashes: Record<string, string>
}
export type BaseNote = { id: NoteId; fields: Record<string, string>; topic: string; source: NoteSource }
export type BaseCard = { id: string; noteId: NoteId; deckId: DeckId; key: string; kind: string; factIds: readonly string[]; place: number }

export async function noteSources(
  tx: Transaction,
  userId: UserId,
  ids: NoteId[],
): Promise<Map<NoteId, { fields: Record<string, string>; source: NoteSource }>> {
  const rows = await tx.note.findMany({ where: { userId, id: { in: ids } }, select: { id: true, fields: true, source: true } })
  return new Map(
    rows.map((row) => [row.id as NoteId, { fields: row.fields as Record<string, string>, source: row.source as unknown as NoteSource }]),
  )
}

/** Makes or rewrites notes: the text is the caller's decision, their other columns stay. */
export async function putBaseNotes(tx: Transaction, userId: UserId, notes: BaseNote[], now: number): Promise<void> {
  const at = fromTime(now)
  const rows = JSON.stringify(notes.map((note) => ({ userId, ...note, createdAt: at, updatedAt: at })))
  await tx.$executeRaw`
    INSERT INTO "Note" ("userId", id, fields, source, topic, "createdAt", "updatedAt")
    SELECT "userId", id, fields, source, topic, "createdAt", "updatedAt" FROM jsonb_populate_recordset(NULL::"Note", ${rows}::jsonb)
    ON CONFLICT ("userId", id) DO UPDATE
    SET fields = excluded.fields, source = excluded.source, topic = excluded.topic, "updatedAt" = excluded."updatedAt",
        "textRead" = "Note"."textRead" AND "Note".fields = excluded.fields`
}

/** Makes cards that are new; of those that are there, only what the base says of them changes, never their schedule. */
export async function putBaseCards(tx: Transaction, userId: UserId, cards: BaseCard[], now: number): Promise<void> {
  const rows = JSON.stringify(cards.map((card) => ({ ...card, position: card.place })))
  await tx.$executeRaw`
    INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, position, "createdAt", "deletedAt")
    SELECT ${userId}::uuid, r.id, r."noteId", r."deckId", r.key, r.kind, r."factIds", r.place, r.position, ${new Date(now)}, n."deletedAt"
    FROM jsonb_populate_recordset(NULL::"Card", ${rows}::jsonb) r JOIN "Note" n ON n."userId" = ${userId}::uuid AND n.id = r."noteId"
    ON CONFLICT ("userId", id) DO UPDATE
    SET kind = excluded.kind, "factIds" = excluded."factIds", place = excluded.place,
        position = CASE WHEN "Card".phase = 'new' AND "Card".head IS NULL THEN excluded.place ELSE "Card".position END`
}
