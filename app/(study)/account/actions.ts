'use server'
// What a learner changes about how they sign in. Whatever outlives the session asks for the password again.

import { checkOwnPassword } from '#lib/auth/check-password.ts'
import { keepIntent } from '#lib/auth/intent.ts'
import { closeSession } from '#lib/auth/open-session.ts'
import { hashPassword, makeRecoveryCodes } from '#lib/auth/password.ts'
import { type CurrentSession, currentSession } from '#lib/auth/require-user.ts'
import { linkPermit } from '#lib/auth/token.ts'
import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import { isProvider } from '#lib/core/provider.ts'
import { forgetTries, mayTry } from '#lib/http/tries.ts'
import { changeEmail as putEmail } from '#lib/study/change-email.ts'
import { changePassword as putPassword } from '#lib/study/change-password.ts'
import { endAllSessions, endSession as end } from '#lib/study/end-session.ts'
import { renewRecoveryCodes } from '#lib/study/renew-recovery-codes.ts'
import { unlinkAccount } from '#lib/study/unlink-account.ts'
import { type FormAnswer, textOf } from '../../_ui/form-answer.ts'
import type { LoginForm } from '../../_ui/login-faults.ts'
import { answered, refused } from '../../form-answer.ts'
import { newPasswordFaults } from '../../new-password-faults.ts'
import { requestOrigin } from '../../request-origin.ts'

export async function changeEmail(form: FormData): Promise<FormAnswer> {
  return confirmed(form, 'email', async ({ user }) => {
    const read = readEmail(textOf(form, 'email'))
    const outcome = read.ok ? await putEmail(user.id, read.email) : 'refused'
    return outcome === 'changed' ? { ok: true } : refused('address-refused')
  })
}

export async function changePassword(form: FormData): Promise<FormAnswer> {
  return confirmed(form, 'password', async ({ user, sessionId }) => {
    await putPassword(user.id, await hashPassword(textOf(form, 'newPassword')), sessionId)
    return { ok: true }
  })
}

export async function renewCodes(form: FormData): Promise<FormAnswer> {
  return confirmed(form, null, async ({ user }) => {
    const { codes, hashes } = await makeRecoveryCodes(user.id)
    await renewRecoveryCodes(user.id, hashes, now())
    return { ok: true, codes }
  })
}

/** Before the browser leaves for a provider to be linked. */
export async function prepareToLink(form: FormData): Promise<FormAnswer> {
  return confirmed(form, null, async ({ sessionId }) => {
    await keepIntent({ act: 'link', permit: await linkPermit(sessionId) })
    return { ok: true }
  })
}

export async function unlink(form: FormData): Promise<FormAnswer> {
  return answered(async () => {
    const session = await currentSession()
    if (!session) return refused('session-ended')
    const provider = textOf(form, 'provider')
    if (!isProvider(provider)) return refused('malformed')
    return (await unlinkAccount(session.user.id, provider)) === 'unlinked' ? { ok: true } : refused('last-way-in')
  })
}

/** Does the work for an account whose password was typed right, as often as may be tried. */
async function confirmed(
  form: FormData,
  name: LoginForm | null,
  work: (session: CurrentSession) => Promise<FormAnswer>,
): Promise<FormAnswer> {
  return answered(async () => {
    const session = await currentSession()
    if (!session || session.user.guest) return refused('session-ended')
    const faults = name === null ? {} : newPasswordFaults(name, form)
    if (Object.keys(faults).length > 0) return { ok: false, message: null, faults }
    const { network } = await requestOrigin()
    if (!mayTry(network, session.user.id, now())) return refused('too-many-tries')
    // An account without a password has none to ask for: it stands on its providers.
    const typed = await checkOwnPassword(session.user.id, textOf(form, 'password'))
    if (typed === 'wrong') return { ok: false, message: null, faults: { password: 'This is not your password.' } }
    forgetTries(session.user.id)
    return work(session)
  })
}

export async function signOut(): Promise<FormAnswer> {
  return answered(async () => {
    await closeSession()
    return { ok: true }
  })
}

export async function signOutEverywhere(): Promise<FormAnswer> {
  return answered(async () => {
    const session = await currentSession()
    if (session) await endAllSessions(session.user.id)
    await closeSession()
    return { ok: true }
  })
}

/** Another's session, or one that has ended by itself, is no fault: it is not there afterwards. */
export async function endSession(form: FormData): Promise<FormAnswer> {
  return answered(async () => {
    const session = await currentSession()
    if (!session) return refused('session-ended')
    await end(session.user.id, textOf(form, 'session'))
    return { ok: true }
  })
}
