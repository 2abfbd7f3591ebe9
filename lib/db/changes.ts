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
  | 'add-notes'
export type Change = { id: string; kind: ChangeKind; subject: string; before: unknown; at: number }

export async function insertChange(tx: Transaction, userId: UserId, { id, kind, subject, before, at }: Change): Promise<void> {
  await tx.change.create({ data: { userId, id, kind, subject, before: before as Prisma.InputJsonValue, createdAt: new Date(at) } })
}

/**
 * The time at which something is deleted now, in ms: later than any deletion of the learner's before, for what was deleted at
 * one time comes back together. Under the learner's lock.
 */
export async function timeOfDeletion(tx: Transaction, userId: UserId, now: number): Promise<number> {
  const where = { userId, kind: { in: ['delete-deck', 'delete-note', 'delete-notes'] satisfies ChangeKind[] } }
  const { _max } = await tx.change.aggregate({ where, _max: { createdAt: true } })
  return Math.max(now, (_max.createdAt?.getTime() ?? 0) + 1)
}

export async function hasChange(tx: Transaction, userId: UserId, id: string): Promise<boolean> {
  return (await tx.change.count({ where: { userId, id } })) > 0
}

/** Gives a change back that was taken and could not be undone. */
export async function leaveChange(tx: Transaction, userId: UserId, id: string): Promise<void> {
  await tx.change.updateMany({ where: { userId, id }, data: { undoneAt: null } })
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
