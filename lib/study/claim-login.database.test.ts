import { beforeAll, expect, test } from 'vitest'
import { checkOwnPassword, checkPassword, spendRecoveryCode } from '#lib/auth/check-password.ts'
import { hashPassword, makeRecoveryCodes } from '#lib/auth/password.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { UserId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { findSession, insertSession } from '#lib/db/sessions.ts'
import { v7 as uuidv7 } from 'uuid'
import { changeEmail } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { claimLogin } from './claim-login.ts'
import { deleteEnded } from './delete-ended.ts'
import { deleteIdleGuests } from './delete-idle-guests.ts'
import { endSession } from './end-session.ts'
import { gatherDay } from './gather-day.ts'
import { getAccount } from './get-account.ts'
import { getHarvest } from './get-harvest.ts'
import { makeResetToken } from './make-reset-link.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { resetPassword } from './reset-password.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'

const PASSWORD = 'the virus waits in the kidney'
const OTHER = 'and in the marrow of the bone'

let passwordHash: string
let otherHash: string
beforeAll(async () => {
  await seedShippedBases()
  ;[passwordHash, otherHash] = await Promise.all([hashPassword(PASSWORD), hashPassword(OTHER)])
})

const addressOf = (id: UserId) => `${id}@example.org`

async function newAccount() {
  const learner = await newLearner()
  const { codes, hashes: codeHashes } = await makeRecoveryCodes(learner.id)
  const email = addressOf(learner.id)
  expect(await claimLogin(learner.id, { email, passwordHash, codeHashes }, NOON)).toBe('claimed')
  return { learner, email, codes }
}

async function newSession(userId: UserId): Promise<string> {
  const id = uuidv7()
  await insertSession(database(), { id, userId, expiresAt: NOON + DAY_MS, device: 'Firefox on Linux' }, NOON)
  return id
}

const rowOf = (id: UserId) => database().user.findUniqueOrThrow({ where: { id } })

test('a guest who claims stays the same learner, with all that was theirs, and is no longer idle', async () => {
  const guest = await newLearner()
  const device = new Device(guest)
  const [card] = (await gatherDay(guest, NOON)).queue.main
  if (!card) throw new Error('The deck has cards.')
  await device.send([await device.answer(card, 3, NOON)], NOON)
  const email = addressOf(guest.id)
  expect(await claimLogin(guest.id, { email, passwordHash, codeHashes: [] }, NOON)).toBe('claimed')
  expect(await getHarvest(guest.id)).toEqual({ cards: 1, answers: 1, days: 1, ownCards: 0 })
  expect(await rowOf(guest.id)).toMatchObject({ guest: false, email })
  expect(await checkPassword(email, PASSWORD)).toBe(guest.id)
  await deleteIdleGuests(NOON + 1000 * DAY_MS)
  expect(await rowOf(guest.id)).toMatchObject({ email })
})

test('an address in use is refused: the guest stays a guest, without codes, and the account as it is', async () => {
  const { learner, email } = await newAccount()
  const before = await rowOf(learner.id)
  const guest = await newLearner()
  const { hashes } = await makeRecoveryCodes(guest.id)
  expect(await claimLogin(guest.id, { email, passwordHash: otherHash, codeHashes: hashes }, NOON)).toBe('refused')
  expect(await rowOf(guest.id)).toMatchObject({ guest: true, email: null, passwordHash: null })
  expect((await getAccount(guest.id, NOON)).codesLeft).toBe(0)
  expect(await rowOf(learner.id)).toEqual(before)
})

test('two guests who claim one address at once: one gets it', async () => {
  const guests = await Promise.all([newLearner(), newLearner(), newLearner()])
  const claims = await Promise.all(
    guests.map(({ id }) => claimLogin(id, { email: 'contested@example.org', passwordHash, codeHashes: [] }, NOON)),
  )
  expect(claims.toSorted()).toEqual(['claimed', 'refused', 'refused'])
})

test('an account that has a password cannot be claimed again', async () => {
  const { learner, email } = await newAccount()
  expect(await claimLogin(learner.id, { email: 'other@example.org', passwordHash: otherHash, codeHashes: [] }, NOON)).toBe('refused')
  expect(await checkPassword(email, PASSWORD)).toBe(learner.id)
})

test('the table refuses a guest with a login, a password without an address, and an address that is none', async () => {
  const guest = await newLearner()
  const put = (data: object) => database().user.update({ where: { id: guest.id }, data })
  await expect(put({ email: 'a@example.org' })).rejects.toThrow(/User_guest_check/)
  await expect(put({ guest: false, passwordHash })).rejects.toThrow(/User_password_check/)
  for (const email of ['', 'a', 'a@b@c', 'a b@c']) await expect(put({ guest: false, email })).rejects.toThrow(/User_email_check/)
})

test('a wrong password, an unknown address and an account without a password open nothing', async () => {
  const { email } = await newAccount()
  const without = await newLearner()
  await database().user.update({ where: { id: without.id }, data: { guest: false, email: addressOf(without.id) } })
  expect(await checkPassword(email, OTHER)).toBeNull()
  expect(await checkPassword('nobody@example.org', PASSWORD)).toBeNull()
  expect(await checkPassword(addressOf(without.id), PASSWORD)).toBeNull()
  expect(await checkOwnPassword(without.id, PASSWORD)).toBe('none')
})

test('another password ends all sessions but the one it was changed in', async () => {
  const { learner, email } = await newAccount()
  const [here, there] = [await newSession(learner.id), await newSession(learner.id)]
  const stranger = await newAccount()
  const theirs = await newSession(stranger.learner.id)
  await makeResetToken(email, NOON)
  await changePassword(learner.id, otherHash, here)
  expect(await findSession(here, NOON)).not.toBeNull()
  expect(await findSession(there, NOON)).toBeNull()
  expect(await findSession(theirs, NOON)).not.toBeNull()
  expect(await checkPassword(email, PASSWORD)).toBeNull()
  expect(await checkPassword(email, OTHER)).toBe(learner.id)
  expect(await database().verificationToken.count({ where: { userId: learner.id } })).toBe(0)
})

test('an address is changed, unless it is somebody’s', async () => {
  const { learner, email } = await newAccount()
  const other = await newAccount()
  expect(await changeEmail(learner.id, other.email)).toBe('refused')
  expect((await getAccount(learner.id, NOON)).email).toBe(email)
  expect(await changeEmail(learner.id, 'moved@example.org')).toBe('changed')
  expect(await checkPassword('moved@example.org', PASSWORD)).toBe(learner.id)
  expect(await checkPassword(email, PASSWORD)).toBeNull()
})

test('a recovery code signs in once, also when it is sent twice at once, and only its own learner', async () => {
  const { learner, email, codes } = await newAccount()
  const other = await newAccount()
  const [first = '', second = ''] = codes
  expect(await spendRecoveryCode(other.email, first)).toBeNull()
  expect(await spendRecoveryCode('nobody@example.org', first)).toBeNull()
  const at = await Promise.all([1, 2, 3].map(() => spendRecoveryCode(email, first)))
  expect(at.filter((userId) => userId === learner.id)).toHaveLength(1)
  expect(await spendRecoveryCode(email, first)).toBeNull()
  expect(await spendRecoveryCode(email, second)).toBe(learner.id)
  expect((await getAccount(learner.id, NOON)).codesLeft).toBe(8)
})

test('new codes take the place of the old ones', async () => {
  const { learner, email, codes } = await newAccount()
  const fresh = await makeRecoveryCodes(learner.id)
  await renewRecoveryCodes(learner.id, fresh.hashes, NOON)
  expect(await spendRecoveryCode(email, codes[0] ?? '')).toBeNull()
  expect(await spendRecoveryCode(email, fresh.codes[0] ?? '')).toBe(learner.id)
})

test('a reset link works once, within a day, and ends every session', async () => {
  const { learner, email } = await newAccount()
  const session = await newSession(learner.id)
  const token = (await makeResetToken(email, NOON))?.token ?? ''
  expect(await resetPassword('not the token', otherHash, NOON)).toBeNull()
  expect(await resetPassword(token, otherHash, NOON + DAY_MS)).toBeNull()
  expect(await findSession(session, NOON)).not.toBeNull()
  expect(await resetPassword(token, otherHash, NOON + DAY_MS - 1)).toBe(learner.id)
  expect(await findSession(session, NOON)).toBeNull()
  expect(await checkPassword(email, OTHER)).toBe(learner.id)
  expect(await resetPassword(token, passwordHash, NOON)).toBeNull()
})

test('a second link replaces the first, and nobody’s address gets none', async () => {
  const { learner, email } = await newAccount()
  const first = (await makeResetToken(email, NOON))?.token ?? ''
  const second = (await makeResetToken(email, NOON))?.token ?? ''
  expect(await resetPassword(first, otherHash, NOON)).toBeNull()
  expect(await resetPassword(second, otherHash, NOON)).toBe(learner.id)
  expect(await makeResetToken('nobody@example.org', NOON)).toBeNull()
})

test('a session is ended by its own learner alone, whatever id is named', async () => {
  const [anna, ben] = [await newAccount(), await newAccount()]
  const session = await newSession(anna.learner.id)
  expect(await endSession(ben.learner.id, session)).toBe(false)
  expect(await endSession(anna.learner.id, `${session}' OR true --`)).toBe(false)
  expect(await findSession(session, NOON)).not.toBeNull()
  expect(await endSession(anna.learner.id, session)).toBe(true)
  expect(await findSession(session, NOON)).toBeNull()
})

test('sessions and links that have ended are cleared away, and no others', async () => {
  const { learner, email } = await newAccount()
  const session = await newSession(learner.id)
  await makeResetToken(email, NOON)
  const left = async () => {
    const where = { userId: learner.id }
    return [await database().session.count({ where: { id: session } }), await database().verificationToken.count({ where })]
  }
  await deleteEnded(NOON + DAY_MS - 1)
  expect(await left()).toEqual([1, 1])
  await deleteEnded(NOON + DAY_MS)
  expect(await left()).toEqual([0, 0])
})
