// Server-side sessions: a cookie opens nothing unless it names one of these rows. Their ids are looked up without a learner.

import type { UserId } from '#lib/core/ids.ts'
import type { Preferences } from '#lib/core/preferences.ts'
import { storedPreferences } from '#lib/core/preferences/parse.ts'
import { database, type Reader } from './client.ts'

export type SessionId = string

export type SessionUser = {
  sessionId: SessionId
  lastSeenAt: number
  user: { id: UserId; guest: boolean; zone: string; rolloverHour: number; preferences: Preferences }
}

export type NewSession = { id: SessionId; userId: UserId; expiresAt: number; device: string | null }

export async function insertSession(tx: Reader, { id, userId, expiresAt, device }: NewSession, now: number): Promise<void> {
  const createdAt = new Date(now)
  await tx.session.create({ data: { id, userId, createdAt, lastSeenAt: createdAt, expiresAt: new Date(expiresAt), device } })
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

export type SessionRow = { id: SessionId; device: string | null; createdAt: number; lastSeenAt: number }

/** The learner's sessions that have not ended, the one seen last first. */
export async function sessionsOf(userId: UserId, now: number): Promise<SessionRow[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: new Date(now) } },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime(), lastSeenAt: row.lastSeenAt.getTime() }))
}

/** False where the learner has no such session. */
export async function deleteOwnSession(userId: UserId, id: SessionId): Promise<boolean> {
  const { count } = await database().session.deleteMany({ where: { userId, id } })
  return count === 1
}

/** All of a learner's, but for the one that is to go on. */
export async function deleteSessionsOf(tx: Reader, userId: UserId, but: SessionId | null): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(but === null ? {} : { id: { not: but } }) } })
}

export async function deleteEndedSessions(now: number): Promise<void> {
  await database().session.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
}
