// What waits in this browser for learners whose session is gone.

import type { MadeEvent } from '#lib/core/event.ts'
import type { UserId } from '#lib/core/ids.ts'
import type { Store } from './store.ts'

export type LeftBehindAnswers = { learner: UserId; events: MadeEvent[] }

const waitingRange = (learner: UserId) => IDBKeyRange.bound([learner, 'waiting', -Infinity], [learner, 'waiting', Infinity])

/** Waiting events of every learner of this browser, each learner's in the order in which they were made. */
export async function waitingOfAll(store: Store): Promise<LeftBehindAnswers[]> {
  const learners = await store.getAllKeys('devices')
  const all = await Promise.all(
    learners.map(async (learner) => {
      const rows = await store.getAllFromIndex('events', 'standing', waitingRange(learner))
      return { learner, events: rows.map((row) => row.event) }
    }),
  )
  return all.filter(({ events }) => events.length > 0)
}

/** Lets go of what waits for a learner; the server never had it. */
export async function discardWaiting(store: Store, learner: UserId): Promise<void> {
  const transaction = store.transaction('events', 'readwrite', { durability: 'strict' })
  const keys = await transaction.store.index('standing').getAllKeys(waitingRange(learner))
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done])
}
