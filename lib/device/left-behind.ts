// What waits in this browser for learners whose session is gone.

import type { MadeEvent } from '#lib/core/event.ts'
import type { UserId } from '#lib/core/ids.ts'
import type { Store } from './store.ts'

export type LeftBehindAnswers = { learner: UserId; events: MadeEvent[] }

/** Waiting events of every learner of this browser, each learner's in the order in which they were made. */
export async function waitingOfAll(store: Store): Promise<LeftBehindAnswers[]> {
  const learners = await store.getAllKeys('devices')
  const all = await Promise.all(
    learners.map(async (learner) => {
      const range = IDBKeyRange.bound([learner, 'waiting', -Infinity], [learner, 'waiting', Infinity])
      const rows = await store.getAllFromIndex('events', 'standing', range)
      return { learner, events: rows.map((row) => row.event) }
    }),
  )
  return all.filter(({ events }) => events.length > 0)
}
