// What edits replaced is kept for thirty days.

import { DAY_MS } from '#lib/core/day-civil.ts'
import { deleteChangesBefore } from '#lib/db/changes.ts'

const KEPT_MS = 30 * DAY_MS

/** Gives how many were let go. */
export function deleteOldChanges(now: number): Promise<number> {
  return deleteChangesBefore(now - KEPT_MS)
}
