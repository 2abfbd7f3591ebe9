// What edits replaced is kept for thirty days.

import { deleteChangesBefore } from '#lib/db/changes.ts'

const KEPT_MS = 30 * 86_400_000

/** Gives how many were let go. */
export function deleteOldChanges(now: number): Promise<number> {
  return deleteChangesBefore(now - KEPT_MS)
}
