// Another password ends what the old one opened: every other session, and a link that was made to replace it.

import type { UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { putPassword } from '#lib/db/logins.ts'
import { deleteResetLinks } from '#lib/db/reset-links.ts'
import { deleteSessionsOf, type SessionId } from '#lib/db/sessions.ts'

/** `session` goes on; null: none does. */
export function changePassword(userId: UserId, passwordHash: string, session: SessionId | null): Promise<void> {
  return inTransaction(async (tx) => {
    await putPassword(tx, userId, passwordHash)
    await deleteSessionsOf(tx, userId, session)
    await deleteResetLinks(tx, userId)
  })
}
