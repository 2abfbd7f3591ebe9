// Server-side sessions: a cookie opens nothing unless it names one of these rows. Their ids are looked up without a learner.

import type { UserId } from '#lib/core/ids.ts'
import { database, type Transaction } from './client.ts'

export type SessionId = string

export type SessionUser = {
  sessionId: SessionId
  lastSeenAt: number
  user: { id: UserId; guest: boolean; zone: string; rolloverHour: number }
}

export async function insertSession(tx: Transaction, id: SessionId, userId: UserId, now: number, expiresAt: number): Promise<void> {
  const createdAt = new Date(now)
  await tx.session.create({ data: { id, userId, createdAt, lastSeenAt: createdAt, expiresAt: new Date(expiresAt) } })
}

/** The session and its learner, or null where it has ended. */
export async function findSession(id: SessionId, now: number): Promise<SessionUser | null> {
  const row = await database().session.findFirst({
    where: { id, expiresAt: { gt: new Date(now) } },
    select: { lastSeenAt: true, user: { select: { id: true, guest: true, zone: true, rolloverHour: true } } },
  })
  if (!row) return null
  return { sessionId: id, lastSeenAt: row.lastSeenAt.getTime(), user: { ...row.user, id: row.user.id as UserId } }
}

export async function extendSession(id: SessionId, now: number, expiresAt: number): Promise<void> {
  await database().session.updateMany({ where: { id }, data: { lastSeenAt: new Date(now), expiresAt: new Date(expiresAt) } })
}

export async function deleteSession(id: SessionId): Promise<void> {
  await database().session.deleteMany({ where: { id } })
}
