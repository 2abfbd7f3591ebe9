// Moves what is one learner's to another of the same person: rows that the other lacks, and events to be read in their order.

import type { StudyEvent } from '#lib/core/event.ts'
import type { UserId } from '#lib/core/ids.ts'
import { Prisma, type Reader, type Transaction } from './client.ts'
import { toEvent } from './event-rows.ts'
import type { Event as EventRow } from './generated/client.ts'

/** Tables whose rows move as they are, in the order in which they refer to one another. */
export const MOVING = ['Preset', 'PresetVersion', 'Deck', 'Note', 'Card', 'Media', 'Change']

/** What each table's copies say that their originals did not: a card begins as new, for its events make its state. */
const CHANGES: Record<string, Prisma.Sql> = {
  // Its text is read anew where it comes to be.
  Note: Prisma.sql`|| jsonb_build_object('textRead', false)`,
  Card: Prisma.sql`|| jsonb_build_object('phase', 'new', 'position', moving.place, 'reps', 0, 'lapses', 0, 'suspended', false, 'flag', 0,
    'marked', false, 'cursor', 0, 'step', null, 'dueDay', null, 'dueAt', null, 'stability', null, 'difficulty', null, 'firstDay', null,
    'lastDay', null, 'buriedUntilDay', null, 'head', null, 'parametersId', null)`,
}

/** Copies every row that `to` has none with the same key of; what `to` has stays as it is. */
export async function copyMissingRows(tx: Transaction, from: UserId, to: UserId): Promise<void> {
  for (const name of MOVING) {
    const table = Prisma.raw(`"${name}"`)
    await tx.$executeRaw`
      INSERT INTO ${table}
      SELECT copied.* FROM ${table} moving, jsonb_populate_record(NULL::${table},
        to_jsonb(moving) || jsonb_build_object('userId', ${to}::uuid) ${CHANGES[name] ?? Prisma.empty}) copied
      WHERE moving."userId" = ${from}::uuid
      ON CONFLICT DO NOTHING`
  }
  // Own cards may lie in a shipped deck that `to` has deleted: it comes back with them.
  await tx.$executeRaw`
    UPDATE "Deck" d SET "deletedAt" = NULL, "parentId" = NULL
    WHERE d."userId" = ${to}::uuid AND d."deletedAt" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Card" c JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
      WHERE c."userId" = d."userId" AND c."deckId" = d.id AND c."deletedAt" IS NULL AND n.kind IS NOT NULL)`
}

/** The learner's events after one of that number, at most `limit`, in the order in which they came. */
export async function eventsAfter(reader: Reader, userId: UserId, cursor: number, limit: number): Promise<StudyEvent[]> {
  const rows = await reader.$queryRaw<EventRow[]>`
    SELECT * FROM "Event" WHERE "userId" = ${userId}::uuid AND cursor > ${cursor} ORDER BY cursor LIMIT ${limit}`
  return rows.map(toEvent)
}

/** Deletes a guest whose last event has that number; false where there is another event by now, or no such guest. */
export async function deleteGuestAt(tx: Transaction, userId: UserId, cursor: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Cursor" WHERE "userId" = ${userId}::uuid AND value = ${cursor} FOR UPDATE`
  if (rows.length === 0) return false
  const { count } = await tx.user.deleteMany({ where: { id: userId, guest: true } })
  return count === 1
}
