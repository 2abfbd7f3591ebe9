import { beforeAll, expect, test } from 'vitest'
import type { UserId } from '#lib/core/ids.ts'
import type { Identity } from '#lib/core/provider.ts'
import { database } from '#lib/db/client.ts'
import { claimLogin } from './claim-login.ts'
import { findLinked } from './find-linked.ts'
import { linkAccount } from './link-account.ts'
import { NOON, newLearner, seedShippedBases } from './testing.ts'
import { unlinkAccount } from './unlink-account.ts'

beforeAll(() => seedShippedBases())

let made = 0
const identity = (provider: Identity['provider'] = 'github'): Identity => ({ provider, id: `${(made += 1)}`, label: 'octocat' })
const isGuest = async (id: UserId) => (await database().user.findUniqueOrThrow({ where: { id } })).guest

test('linking makes an account of a guest, who keeps being the same learner; a second time changes nothing', async () => {
  const { id } = await newLearner()
  const octocat = identity()
  expect(await findLinked(octocat)).toBeNull()
  expect(await linkAccount(id, octocat, NOON)).toBe('linked')
  expect(await linkAccount(id, octocat, NOON)).toBe('linked')
  expect(await findLinked(octocat)).toBe(id)
  expect(await isGuest(id)).toBe(false)
})

test('an identity has one learner, and a learner one identity of a provider', async () => {
  const [anna, ben] = [await newLearner(), await newLearner()]
  const octocat = identity()
  await linkAccount(anna.id, octocat, NOON)
  expect(await linkAccount(ben.id, octocat, NOON)).toBe('taken')
  expect(await linkAccount(anna.id, identity(), NOON)).toBe('taken')
  expect(await isGuest(ben.id)).toBe(true)
  // The same id at another provider is another person.
  expect(await linkAccount(ben.id, { ...octocat, provider: 'google' }, NOON)).toBe('linked')
})

test('two who link one identity at once: one gets it', async () => {
  const learners = await Promise.all([newLearner(), newLearner(), newLearner()])
  const octocat = identity()
  const outcomes = await Promise.all(learners.map(({ id }) => linkAccount(id, octocat, NOON)))
  expect(outcomes.toSorted()).toEqual(['linked', 'taken', 'taken'])
})

test('the last way in is never taken, not even by two at once', async () => {
  const { id } = await newLearner()
  await linkAccount(id, identity('github'), NOON)
  expect(await unlinkAccount(id, 'github')).toBe('last')
  await linkAccount(id, identity('google'), NOON)
  const both = await Promise.all([unlinkAccount(id, 'github'), unlinkAccount(id, 'google')])
  expect(both.toSorted()).toEqual(['last', 'unlinked'])
  expect(await database().account.count({ where: { userId: id } })).toBe(1)
})

test('with a password, every identity can go', async () => {
  const { id } = await newLearner()
  const octocat = identity()
  await linkAccount(id, octocat, NOON)
  await claimLogin(id, { email: `${id}@example.org`, passwordHash: 'of no use', codeHashes: [] }, NOON)
  expect(await unlinkAccount(id, 'github')).toBe('unlinked')
  expect(await findLinked(octocat)).toBeNull()
})
