// Whether an address and a password belong together; it takes the same time whatever is wrong.

import type { UserId } from '#lib/core/ids.ts'
import { findLogin, loginOf } from '#lib/db/logins.ts'
import { spendRecoveryCode as spend } from '#lib/db/recovery-codes.ts'
import { hashRecoveryCode, verifyPassword } from './password.ts'

/** `email` as lib/core/email.ts reads it. Null: no such account, no password, or another one. */
export async function checkPassword(email: string, typed: string): Promise<UserId | null> {
  const login = await findLogin(email)
  const matches = await verifyPassword(login?.passwordHash ?? null, typed)
  return login && matches ? login.userId : null
}

export type OwnPassword = 'right' | 'wrong' | 'none'

/** Whether it is the learner's own; none: they sign in another way. */
export async function checkOwnPassword(userId: UserId, typed: string): Promise<OwnPassword> {
  const login = await loginOf(userId)
  if (!login?.passwordHash) return 'none'
  return (await verifyPassword(login.passwordHash, typed)) ? 'right' : 'wrong'
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as UserId

/** The learner who has the address and the code, which is used up by this; null: no such account, or no such code of it. */
export async function spendRecoveryCode(email: string, code: string): Promise<UserId | null> {
  const userId = (await findLogin(email))?.userId ?? NOBODY
  return (await spend(userId, await hashRecoveryCode(userId, code))) ? userId : null
}
