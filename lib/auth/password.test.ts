import { expect, test } from 'vitest'
import type { UserId } from '#lib/core/ids.ts'
import { hashPassword, hashRecoveryCode, makeRecoveryCodes, verifyPassword } from './password.ts'

const ANNA = '01900000-0000-7000-8000-00000000000a' as UserId
const BEN = '01900000-0000-7000-8000-00000000000b' as UserId
const PASSWORD = 'the virus waits in the kidney'

test('a password is stored as Argon2id with the parameters that are meant, and a salt of its own', async () => {
  const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(first).not.toBe(second)
})

test('only its own password opens it, in whatever spelling of Unicode', async () => {
  const stored = await hashPassword('Rückenmark und Gehirn')
  expect(await verifyPassword(stored, 'Ru\u0308ckenmark und Gehirn')).toBe(true)
  expect(await verifyPassword(stored, 'rückenmark und gehirn')).toBe(false)
  expect(await verifyPassword(null, 'Rückenmark und Gehirn')).toBe(false)
})

/** The least time that each takes, over rounds that they take in turns: what else the machine does only ever adds. */
async function leastMs(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const least = works.map(() => Infinity)
  for (let round = 0; round < 20; round++) {
    for (const [index, work] of works.entries()) {
      const began = performance.now()
      await work()
      least[index] = Math.min(least[index] ?? Infinity, performance.now() - began)
    }
  }
  return least
}

test('without an account it takes as long as a wrong password', async () => {
  const stored = await hashPassword(PASSWORD)
  await verifyPassword(null, 'the first makes the hash of nobody')
  const wrong = () => verifyPassword(stored, 'not this one')
  const unknown = () => verifyPassword(null, 'not this one')
  // The control: an answer without the work would stand out.
  const atOnce = () => Promise.resolve(false)
  const [wrongMs = 0, unknownMs = 0, atOnceMs = 0] = await leastMs([wrong, unknown, atOnce])
  expect(unknownMs / wrongMs).toBeGreaterThan(0.6)
  expect(unknownMs / wrongMs).toBeLessThan(1.6)
  expect(atOnceMs / wrongMs).toBeLessThan(0.6)
})

test('ten codes, none twice, each with the hash that it is looked up by, which is its learner’s alone', async () => {
  const { codes, hashes } = await makeRecoveryCodes(ANNA)
  expect(new Set(codes).size).toBe(10)
  expect(hashes[3]).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashRecoveryCode(ANNA, codes[3] ?? '')).toBe(hashes[3])
  expect(await hashRecoveryCode(BEN, codes[3] ?? '')).not.toBe(hashes[3])
})
