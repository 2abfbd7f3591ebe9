// Recovery codes: known by their hash alone, and gone once used.

import { v7 as uuidv7 } from 'uuid'
import type { UserId } from '#lib/core/ids.ts'
import { database, type Transaction } from './client.ts'

/** These hashes in the place of all that were there. */
export async function replaceRecoveryCodes(tx: Transaction, userId: UserId, hashes: readonly string[], now: number): Promise<void> {
  const createdAt = new Date(now)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, id: uuidv7(), hash, createdAt })) })
}

/** True for the one request that used it up. */
export async function spendRecoveryCode(userId: UserId, hash: string): Promise<boolean> {
  const { count } = await database().recoveryCode.deleteMany({ where: { userId, hash } })
  return count === 1
}

export function countRecoveryCodes(userId: UserId): Promise<number> {
  return database().recoveryCode.count({ where: { userId } })
}
