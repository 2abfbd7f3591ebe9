// The learner's side of an operator's link: it is used up, the password is new, and every session has ended.

import type { UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { putPassword } from '#lib/db/logins.ts'
import { spendResetLink } from '#lib/db/reset-links.ts'
import { deleteSessionsOf } from '#lib/db/sessions.ts'
import { hashOfToken } from './make-reset-link.ts'

/** The learner whose password it is now; null where the link was used, is too old, or never was. */
export function resetPassword(token: string, passwordHash: string, now: number): Promise<UserId | null> {
  return inTransaction(async (tx) => {
    const userId = await spendResetLink(tx, hashOfToken(token), now)
    if (userId === null) return null
    await putPassword(tx, userId, passwordHash)
    await deleteSessionsOf(tx, userId, null)
    return userId
  })
}
