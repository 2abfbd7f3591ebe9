// A learner as a whole: made with the row that numbers their events, and deleted with everything that is theirs.

import type { UserId } from '#lib/core/ids.ts'
import { COUNTS_VERSION } from '#lib/core/statistics/day-counts.ts'
import { database, inTransaction, type Transaction } from './client.ts'
import { lockCursor } from './ingest.ts'

export async function insertGuest(tx: Transaction, id: UserId, zone: string, now: number): Promise<void> {
  await tx.user.create({ data: { id, guest: true, zone, createdAt: new Date(now), cursor: { create: { rollupVersion: COUNTS_VERSION } } } })
}

/** An account of the address, without a password yet. Throws where somebody has it. */
export async function insertAccountOf(tx: Transaction, email: string, id: UserId, zone: string, now: number): Promise<void> {
  const cursor = { create: { rollupVersion: COUNTS_VERSION } }
  await tx.user.create({ data: { id, guest: false, email, zone, createdAt: new Date(now), cursor } })
}

const GUESTS_AT_A_TIME = 100

/** Deletes every guest whose sessions have all ended, with all their rows, and gives how many there were. */
export async function deleteGuestsWithoutSession(now: number): Promise<number> {
  const ended = { guest: true, sessions: { none: { expiresAt: { gt: new Date(now) } } } }
  for (let deleted = 0; ;) {
    const some = await database().user.findMany({ where: ended, select: { id: true }, take: GUESTS_AT_A_TIME })
    // Asked once more with the ids: a guest may have become an account meanwhile.
    const { count } = await database().user.deleteMany({ where: { ...ended, id: { in: some.map(({ id }) => id) } } })
    deleted += count
    if (some.length < GUESTS_AT_A_TIME) return deleted
  }
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

/** So many events go at a time: a history of decades must not take one statement longer than a statement may take. */
const PAGE = 50_000
const PATIENCE_MS = 110_000

/** Deletes the learner with all their rows and sessions: all of it or nothing. */
export async function deleteLearner(userId: UserId): Promise<void> {
  await inTransaction(async (tx) => {
    // Under the lock of ingest, so that no answer comes between.
    const last = (await lockCursor(tx, userId))?.value ?? 0
    for (let from = 0; from < last; from += PAGE) {
      await tx.$executeRaw`DELETE FROM "Event" WHERE "userId" = ${userId}::uuid AND cursor > ${from} AND cursor <= ${from + PAGE}`
    }
    await tx.user.deleteMany({ where: { id: userId } })
  }, PATIENCE_MS)
}
