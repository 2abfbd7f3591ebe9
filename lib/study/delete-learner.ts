// A learner leaves: the account or guest goes at once, with every row that was theirs and every session.

import type { UserId } from '#lib/core/ids.ts'
import { deleteLearner as deleteRows } from '#lib/db/learners.ts'

/** Nothing where the learner is gone already. */
export function deleteLearner(userId: UserId): Promise<void> {
  return deleteRows(userId)
}
