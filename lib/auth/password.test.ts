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

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[7] ?? 0
}

test('without an account it takes as long as a wrong password', async () => {
  const stored = await hashPassword(PASSWORD)
  await verifyPassword(null, 'the first makes the hash of nobody')
  const wrong = await medianMs(() => verifyPassword(stored, 'not this one'))
  const unknown = await medianMs(() => verifyPassword(null, 'not this one'))
  const atOnce = await medianMs(() => Promise.resolve(false))
  expect(unknown / wrong).toBeGreaterThan(0.5)
  expect(unknown / wrong).toBeLessThan(2)
  // The control: an answer without the work would stand out.
  expect(atOnce / wrong).toBeLessThan(0.5)
})

test('ten codes, none twice, each with the hash that it is looked up by, which is its learner’s alone', async () => {
  const { codes, hashes } = await makeRecoveryCodes(ANNA)
  expect(new Set(codes).size).toBe(10)
  expect(hashes[3]).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashRecoveryCode(ANNA, codes[3] ?? '')).toBe(hashes[3])
  expect(await hashRecoveryCode(BEN, codes[3] ?? '')).not.toBe(hashes[3])
})
