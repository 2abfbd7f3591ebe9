// A guest has no way back in once the session has ended, so what they left is deleted.

import { deleteGuestsWithoutSession } from '#lib/db/learners.ts'

/** Gives how many guests were deleted. */
export function deleteIdleGuests(now: number): Promise<number> {
  return deleteGuestsWithoutSession(now)
}
