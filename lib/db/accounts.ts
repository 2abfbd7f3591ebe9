// Identities elsewhere that sign a learner in. They are looked up without a learner, by what the provider calls its user.

import type { UserId } from '#lib/core/ids.ts'
import type { Identity, Provider } from '#lib/core/provider.ts'
import { database, Prisma, type Transaction } from './client.ts'

export async function findAccount({ provider, id }: Identity): Promise<UserId | null> {
  const where = { provider_providerAccountId: { provider, providerAccountId: id } }
  return ((await database().account.findUnique({ where, select: { userId: true } }))?.userId ?? null) as UserId | null
}

/** Throws where the identity is somebody's, or the learner has another of this provider: isAccountTaken tells. */
export async function insertAccount(tx: Transaction, userId: UserId, { provider, id, label }: Identity, now: number): Promise<void> {
  await tx.account.create({ data: { provider, providerAccountId: id, userId, label, createdAt: new Date(now) } })
  // With a way back in, a guest is one no longer.
  await tx.user.updateMany({ where: { id: userId, guest: true }, data: { guest: false } })
}

export function isAccountTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

export type AccountRow = { provider: Provider; label: string | null }

export async function accountsOf(userId: UserId): Promise<AccountRow[]> {
  const rows = await database().account.findMany({
    where: { userId },
    select: { provider: true, label: true },
    orderBy: { provider: 'asc' },
  })
  return rows as AccountRow[]
}

/** False where it would leave the learner no way in. The learner's row is the lock: two at once never take the last two. */
export async function deleteAccountUnlessLast(tx: Transaction, userId: UserId, provider: Provider): Promise<boolean> {
  const [user] = await tx.$queryRaw<{ hasPassword: boolean }[]>`
    SELECT "passwordHash" IS NOT NULL AS "hasPassword" FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`
  const others = await tx.account.count({ where: { userId, provider: { not: provider } } })
  if (!user?.hasPassword && others === 0) return false
  await tx.account.deleteMany({ where: { userId, provider } })
  return true
}
