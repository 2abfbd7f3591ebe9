// Server-side sessions: a cookie opens nothing unless it names one of these rows. Their ids are looked up without a learner.

import type { UserId } from '#lib/core/ids.ts'
import type { Preferences } from '#lib/core/preferences.ts'
import { storedPreferences } from '#lib/core/preferences/parse.ts'
import { database, type Transaction } from './client.ts'

export type SessionId = string

export type SessionUser = {
  sessionId: SessionId
  lastSeenAt: number
  user: { id: UserId; guest: boolean; zone: string; rolloverHour: number; preferences: Preferences }
}

export async function insertSession(tx: Transaction, id: SessionId, userId: UserId, now: number, expiresAt: number): Promise<void> {
  const createdAt = new Date(now)
  await tx.session.create({ data: { id, userId, createdAt, lastSeenAt: createdAt, expiresAt: new Date(expiresAt) } })
}

/** The session and its learner, or null where it has ended. */
export async function findSession(id: SessionId, now: number): Promise<SessionUser | null> {
  const [row] = await database().$queryRaw<(Omit<SessionUser['user'], 'preferences'> & { preferences: unknown; lastSeenAt: Date })[]>`
    SELECT u.id, u.guest, u.zone, u."rolloverHour", u.preferences, s."lastSeenAt"
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s.id = ${id}::uuid AND s."expiresAt" > ${new Date(now)}`
  if (!row) return null
  const { lastSeenAt, preferences, ...user } = row
  return { sessionId: id, lastSeenAt: lastSeenAt.getTime(), user: { ...user, preferences: storedPreferences(preferences) } }
}

export async function extendSession(id: SessionId, now: number, expiresAt: number): Promise<void> {
  await database().session.updateMany({ where: { id }, data: { lastSeenAt: new Date(now), expiresAt: new Date(expiresAt) } })
}

export async function deleteSession(id: SessionId): Promise<void> {
  await database().session.deleteMany({ where: { id } })
}
