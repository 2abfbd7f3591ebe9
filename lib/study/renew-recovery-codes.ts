import type { UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { replaceRecoveryCodes } from '#lib/db/recovery-codes.ts'

/** The codes with these hashes are good from now on, and no others. */
export function renewRecoveryCodes(userId: UserId, hashes: readonly string[], now: number): Promise<void> {
  return inTransaction((tx) => replaceRecoveryCodes(tx, userId, hashes, now))
}
