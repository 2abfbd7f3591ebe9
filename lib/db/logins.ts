// How learners sign in: the address, looked up without a learner, and the hash of the password.

import type { UserId } from '#lib/core/ids.ts'
import { database, Prisma, type Reader, type Transaction } from './client.ts'

export type Login = { userId: UserId; passwordHash: string | null }

/** `email` as lib/core/email.ts reads it. */
export async function findLogin(email: string): Promise<Login | null> {
  const row = await database().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  return row && { userId: row.id as UserId, passwordHash: row.passwordHash }
}

export type OwnLogin = { email: string | null; passwordHash: string | null }

export function loginOf(userId: UserId): Promise<OwnLogin | null> {
  return database().user.findUnique({ where: { id: userId }, select: { email: true, passwordHash: true } })
}

/** Makes an account of a guest, or gives a login to an account without one. False where the learner has a password already. */
export async function putLogin(tx: Transaction, userId: UserId, email: string, passwordHash: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id: userId, passwordHash: null }, data: { guest: false, email, passwordHash } })
  return count === 1
}

export async function putEmail(userId: UserId, email: string): Promise<void> {
  await database().user.updateMany({ where: { id: userId, guest: false }, data: { email } })
}

export async function putPassword(tx: Reader, userId: UserId, passwordHash: string): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, email: { not: null } }, data: { passwordHash } })
}

/** Whether a write failed because somebody else has the address. */
export function isEmailTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return false
  return JSON.stringify(constraintOf(error.meta)).includes('email')
}

/** Where the driver's adapter names it; the fields of an error are not its own, so that it is taken apart by hand. */
function constraintOf(meta: Record<string, unknown> | undefined): unknown {
  const { cause } = (meta?.['driverAdapterError'] ?? {}) as { cause?: { constraint?: unknown } }
  return cause?.constraint ?? null
}
