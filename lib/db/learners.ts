// A learner as a whole: made with the row that numbers their events, and deleted with everything that is theirs.

import type { UserId } from '#lib/core/ids.ts'
import { COUNTS_VERSION } from '#lib/core/statistics/day-counts.ts'
import { database, type Transaction } from './client.ts'

export async function insertGuest(tx: Transaction, id: UserId, zone: string, now: number): Promise<void> {
  await tx.user.create({ data: { id, guest: true, zone, createdAt: new Date(now), cursor: { create: { rollupVersion: COUNTS_VERSION } } } })
}

/** Deletes every guest whose sessions have all ended, with all their rows, and gives how many there were. */
export async function deleteGuestsWithoutSession(now: number): Promise<number> {
  const ended = { guest: true, sessions: { none: { expiresAt: { gt: new Date(now) } } } }
  const { count } = await database().user.deleteMany({ where: ended })
  return count
}
