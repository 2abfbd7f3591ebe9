import type { UserId } from '#lib/core/ids.ts'
import type { Identity } from '#lib/core/provider.ts'
import { findAccount, insertAccount, isAccountTaken } from '#lib/db/accounts.ts'
import { inTransaction } from '#lib/db/client.ts'

/**
 * From now on the identity signs this learner in, and a guest has become an account. Addresses are never compared: an identity
 * is linked because its owner asked for it here. taken: it is another learner's, or this one has another of that provider.
 */
export async function linkAccount(userId: UserId, identity: Identity, now: number): Promise<'linked' | 'taken'> {
  const owner = await findAccount(identity)
  if (owner !== null) return owner === userId ? 'linked' : 'taken'
  try {
    await inTransaction((tx) => insertAccount(tx, userId, identity, now))
    return 'linked'
  } catch (error) {
    if (isAccountTaken(error)) return 'taken'
    throw error
  }
}
