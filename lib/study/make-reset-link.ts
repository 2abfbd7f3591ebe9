// For the operator: a token that lets the learner of an address choose a new password, once.

import { createHash, randomBytes } from 'node:crypto'
import { HOUR_MS } from '#lib/core/day-civil.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findLogin } from '#lib/db/logins.ts'
import { insertResetLink } from '#lib/db/reset-links.ts'
import { readSettings } from '#lib/db/settings.ts'

export const RESET_HOURS = 24

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** With the name of its learner. `email` as lib/core/email.ts reads it. Null where nobody has it. */
export async function makeResetToken(email: string, now: number): Promise<{ token: string; name: string | null } | null> {
  const login = await findLogin(email)
  if (!login) return null
  const token = randomBytes(32).toString('base64url')
  await inTransaction((tx) => insertResetLink(tx, login.userId, hashOfToken(token), now, now + RESET_HOURS * HOUR_MS))
  return { token, name: (await readSettings(login.userId))?.settings.name ?? null }
}
