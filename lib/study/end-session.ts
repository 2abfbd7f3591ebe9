import type { UserId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { deleteOwnSession, deleteSessionsOf } from '#lib/db/sessions.ts'

/** An id, as it came from a form. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ends one session of the learner's; false where they have none of that id. */
export async function endSession(userId: UserId, id: string): Promise<boolean> {
  return UUID.test(id) && deleteOwnSession(userId, id)
}

export function endAllSessions(userId: UserId): Promise<void> {
  return deleteSessionsOf(database(), userId, null)
}
