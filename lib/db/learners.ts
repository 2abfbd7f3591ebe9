// A learner as a whole: made with the row that numbers their events, and deleted with everything that is theirs.

import type { UserId } from '#lib/core/ids.ts'
import { COUNTS_VERSION } from '#lib/core/statistics/day-counts.ts'
import { database, type Transaction } from './client.ts'

export async function insertGuest(tx: Transaction, id: UserId, zone: string, now: number): Promise<void> {
  await tx.user.create({ data: { id, guest: true, zone, createdAt: new Date(now), cursor: { create: { rollupVersion: COUNTS_VERSION } } } })
}

/** An account of the address, without a password yet. Throws where somebody has it. */
export async function insertAccountOf(tx: Transaction, email: string, id: UserId, zone: string, now: number): Promise<void> {
  const cursor = { create: { rollupVersion: COUNTS_VERSION } }
  await tx.user.create({ data: { id, guest: false, email, zone, createdAt: new Date(now), cursor } })
}

/** Deletes every guest whose sessions have all ended, with all their rows, and gives how many there were. */
export async function deleteGuestsWithoutSession(now: number): Promise<number> {
  const ended = { guest: true, sessions: { none: { expiresAt: { gt: new Date(now) } } } }
  const { count } = await database().user.deleteMany({ where: ended })
  return count
}

/** What deleting a learner would take: what stands there to be seen, and every answer. */
export type Holdings = { decks: number; notes: number; cards: number; answers: number }

export async function holdingsOf(userId: UserId): Promise<Holdings> {
  const where = { userId, deletedAt: null }
  const { deck, note, card, event } = database()
  const [decks, notes, cards, answers] = await Promise.all([
    deck.count({ where }),
    note.count({ where }),
    card.count({ where }),
    event.count({ where: { userId, kind: 'answer' } }),
  ])
  return { decks, notes, cards, answers }
}

/** Deletes the learner with all their rows and sessions. */
export async function deleteLearner(userId: UserId): Promise<void> {
  await database().user.deleteMany({ where: { id: userId } })
}
