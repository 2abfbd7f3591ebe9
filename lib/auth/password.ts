// Passwords and recovery codes as they are stored: Argon2id with OWASP's minimum of 19 MiB, two passes, one lane.

import { createHash, randomBytes } from 'node:crypto'
import { hash, hashRaw, verify } from '@node-rs/argon2'
import type { UserId } from '#lib/core/ids.ts'
import { normalPassword } from '#lib/core/password.ts'
import { RECOVERY_CODES, recoveryCode } from '#lib/core/recovery-code.ts'

// The package's default algorithm is Argon2id; a test holds it to that.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** In PHC format: parameters and a random salt are part of it. */
export function hashPassword(typed: string): Promise<string> {
  return hash(normalPassword(typed), COST)
}

let nobodys: Promise<string> | undefined

/** Without a stored hash it takes as long, and says no: who has an account cannot be told from the time. */
export async function verifyPassword(stored: string | null, typed: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(32).toString('hex'))
  const matches = await verify(stored ?? (await nobodys), normalPassword(typed))
  return matches && stored !== null
}

/** As it is stored and looked up: salted by its learner, so that one hash tells whether it is among theirs. */
export async function hashRecoveryCode(userId: UserId, code: string): Promise<string> {
  const salt = createHash('sha256').update(`recovery code of ${userId}`).digest().subarray(0, 16)
  return (await hashRaw(code, { ...COST, salt })).toString('hex')
}

export type NewCodes = { codes: string[]; hashes: string[] }

export async function makeRecoveryCodes(userId: UserId): Promise<NewCodes> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(8)))
  return { codes, hashes: await Promise.all(codes.map((code) => hashRecoveryCode(userId, code))) }
}
