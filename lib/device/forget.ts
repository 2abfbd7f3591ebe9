// A learner who is deleted leaves nothing in this browser either.

import type { UserId } from '#lib/core/ids.ts'
import type { Store } from './store.ts'

/** Deletes every event of the learner, sent or not, what they were writing, and the number of their device. Other learners' rows stay. */
export async function forgetLearner(store: Store, learner: UserId): Promise<void> {
  const transaction = store.transaction(['events', 'devices', 'drafts'], 'readwrite', { durability: 'strict' })
  await Promise.all([
    transaction.objectStore('events').delete(IDBKeyRange.bound([learner, ''], [learner, '\uffff'])),
    transaction.objectStore('drafts').delete(IDBKeyRange.bound([learner, ''], [learner, '\uffff'])),
    transaction.objectStore('devices').delete(learner),
    transaction.done,
  ])
}
