// One-time links to a new password: known by the hash of their token alone.

import type { UserId } from '#lib/core/ids.ts'
import { database, type Transaction } from './client.ts'

/** A learner has one link at a time: a new one takes the place of the last. */
export async function insertResetLink(tx: Transaction, userId: UserId, hash: string, now: number, expiresAt: number): Promise<void> {
  await tx.verificationToken.deleteMany({ where: { userId } })
  await tx.verificationToken.create({ data: { hash, userId, createdAt: new Date(now), expiresAt: new Date(expiresAt) } })
}

/** The learner of a link that is still good, which it no longer is afterwards; null for any other. */
export async function spendResetLink(tx: Transaction, hash: string, now: number): Promise<UserId | null> {
  const rows = await tx.$queryRaw<{ userId: UserId }[]>`
    DELETE FROM "VerificationToken" WHERE hash = ${hash} AND "expiresAt" > ${new Date(now)} RETURNING "userId"`
  return rows[0]?.userId ?? null
}

export async function deleteResetLinks(tx: Transaction, userId: UserId): Promise<void> {
  await tx.verificationToken.deleteMany({ where: { userId } })
}

export async function deleteEndedResetLinks(now: number): Promise<void> {
  await database().verificationToken.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
}
