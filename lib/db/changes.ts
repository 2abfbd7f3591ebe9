// What edits replaced, so that they can be undone.

import type { UserId } from '#lib/core/ids.ts'
import { database, type Prisma, type Transaction } from './client.ts'

export type ChangeKind =
  | 'edit-deck'
  | 'delete-deck'
  | 'edit-note'
  | 'delete-note'
  | 'move-notes'
  | 'tag-notes'
  | 'suspend-cards'
  | 'delete-notes'
export type Change = { id: string; kind: ChangeKind; subject: string; before: unknown; at: number }

export async function insertChange(tx: Transaction, userId: UserId, { id, kind, subject, before, at }: Change): Promise<void> {
  await tx.change.create({ data: { userId, id, kind, subject, before: before as Prisma.InputJsonValue, createdAt: new Date(at) } })
}

/** Takes the change to undo it: nobody else gets it after that. Null where there is none, or it was undone. */
export async function takeChange(tx: Transaction, userId: UserId, id: string, now: number): Promise<Change | null> {
  const { count } = await tx.change.updateMany({ where: { userId, id, undoneAt: null }, data: { undoneAt: new Date(now) } })
  if (count === 0) return null
  const row = await tx.change.findUniqueOrThrow({ where: { userId_id: { userId, id } } })
  return { id, kind: row.kind as ChangeKind, subject: row.subject, before: row.before, at: row.createdAt.getTime() }
}

export async function deleteChangesBefore(at: number): Promise<number> {
  const { count } = await database().change.deleteMany({ where: { createdAt: { lt: new Date(at) } } })
  return count
}
