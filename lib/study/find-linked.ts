import type { UserId } from '#lib/core/ids.ts'
import type { Identity } from '#lib/core/provider.ts'
import { findAccount } from '#lib/db/accounts.ts'

/** The learner whom this identity signs in; null: nobody yet. */
export function findLinked(identity: Identity): Promise<UserId | null> {
  return findAccount(identity)
}
