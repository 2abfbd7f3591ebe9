// Whether a use case that threw is worth trying again: the routes turn that into "try again in a moment".

import { isDatabaseAway } from '#lib/db/away.ts'
import { UnknownLearner } from './record-events.ts'

export type Unanswerable = 'database-away' | 'session-ended'

/** Null: the fault is ours, and belongs in the log. */
export function unanswerable(error: unknown): Unanswerable | null {
  if (error instanceof UnknownLearner) return 'session-ended'
  return isDatabaseAway(error) ? 'database-away' : null
}
