// A guest becomes an account and keeps everything: the learner stays who they are, and gets an address and a password.

import type { UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { isEmailTaken, putLogin } from '#lib/db/logins.ts'
import { replaceRecoveryCodes } from '#lib/db/recovery-codes.ts'

export type NewLogin = { email: string; passwordHash: string; codeHashes: readonly string[] }

/** refused: the address is somebody's, or this learner has a password already. Nothing has changed then. */
export async function claimLogin(
  userId: UserId,
  { email, passwordHash, codeHashes }: NewLogin,
  now: number,
): Promise<'claimed' | 'refused'> {
  try {
    return await inTransaction(async (tx) => {
      if (!(await putLogin(tx, userId, email, passwordHash))) return 'refused'
      await replaceRecoveryCodes(tx, userId, codeHashes, now)
      return 'claimed'
    })
  } catch (error) {
    if (isEmailTaken(error)) return 'refused'
    throw error
  }
}
