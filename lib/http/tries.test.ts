import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const load = () => import('./tries.ts')
let tries: Awaited<ReturnType<typeof load>>
beforeEach(async () => {
  vi.stubEnv('SIGN_INS_PER_HOUR', '12')
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'myelinTries')
  tries = await load()
})
afterEach(() => vi.unstubAllEnvs())

const allowed = (count: number, network: (index: number) => string, account: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => tries.mayTry(network(index), account(index), 0)).filter(Boolean).length

test('an account is tried ten times an hour, from however many networks', () => {
  expect(
    allowed(
      50,
      (index) => `network ${index}`,
      () => 'anna',
    ),
  ).toBe(10)
})

test('a network tries as often as the setting says, on however many accounts', () => {
  expect(
    allowed(
      50,
      () => 'network',
      (index) => `account ${index}`,
    ),
  ).toBe(12)
})

test('a network over its limit takes no tries from an account', () => {
  allowed(
    12,
    () => 'network',
    (index) => `account ${index}`,
  )
  allowed(
    50,
    () => 'network',
    () => 'anna',
  )
  expect(
    allowed(
      10,
      () => 'elsewhere',
      () => 'anna',
    ),
  ).toBe(10)
})

test('who signed in begins anew, though their network goes on', () => {
  allowed(
    10,
    () => 'network',
    () => 'anna',
  )
  tries.forgetTries('anna')
  expect(
    allowed(
      10,
      () => 'network',
      () => 'anna',
    ),
  ).toBe(2)
})
