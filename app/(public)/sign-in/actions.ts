'use server'
// Signing in with a password, or with a recovery code.

import { checkPassword, spendRecoveryCode } from '#lib/auth/check-password.ts'
import { keepIntent } from '#lib/auth/intent.ts'
import { signInAs } from '#lib/auth/open-session.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import type { UserId } from '#lib/core/ids.ts'
import { readRecoveryCode } from '#lib/core/recovery-code.ts'
import { forgetTries, mayTry } from '#lib/http/tries.ts'
import { changePassword } from '#lib/study/change-password.ts'
import { type FormAnswer, textOf } from '../../_ui/form-answer.ts'
import type { LoginForm } from '../../_ui/login-faults.ts'
import { answered, refused } from '../../form-answer.ts'
import { newPasswordFaults } from '../../new-password-faults.ts'
import { requestOrigin } from '../../request-origin.ts'
import { choiceOf, guestWithAnswers, settleGuest } from '../guest-answers.ts'

const UNDECIDED = 'Choose what becomes of these answers.'

export async function signIn(form: FormData): Promise<FormAnswer> {
  return answered(() => enter(form, 'sign-in', 'login-refused', (email) => checkPassword(email, textOf(form, 'password'))))
}

export async function recover(form: FormData): Promise<FormAnswer> {
  return answered(() =>
    enter(form, 'recover', 'code-refused', async (email) => {
      const userId = await spendRecoveryCode(email, readRecoveryCode(textOf(form, 'code')) ?? '')
      const typed = textOf(form, 'newPassword')
      // Hashed whether or not the code is right, so that the time does not tell.
      const passwordHash = typed === '' ? null : await hashPassword(typed)
      if (userId && passwordHash) await changePassword(userId, passwordHash, null)
      return userId
    }),
  )
}

/** Before the browser leaves for a provider: what is to become of its guest is settled on the way back. */
export async function prepareToEnter(form: FormData): Promise<FormAnswer> {
  return answered(async () => {
    const choice = choiceOf(textOf(form, 'answers'))
    if (choice === null && (await guestWithAnswers())) return { ok: false, message: null, faults: { answers: UNDECIDED } }
    await keepIntent({ act: 'enter', choice, zone: textOf(form, 'zone').slice(0, 64) })
    return { ok: true }
  })
}

async function enter(
  form: FormData,
  name: LoginForm,
  refusal: 'login-refused' | 'code-refused',
  check: (email: string) => Promise<UserId | null>,
): Promise<FormAnswer> {
  const guest = await guestWithAnswers()
  const choice = choiceOf(textOf(form, 'answers'))
  const undecided = guest && choice === null ? { answers: UNDECIDED } : {}
  const faults = { ...newPasswordFaults(name, form), ...undecided }
  const read = readEmail(textOf(form, 'email'))
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, message: null, faults }
  const { network, device } = await requestOrigin()
  if (!mayTry(network, read.email, now())) return refused('too-many-tries')
  const userId = await check(read.email)
  if (!userId) return refused(refusal)
  forgetTries(read.email)
  await settleGuest(guest, choice, userId)
  await signInAs(userId, device)
  return { ok: true }
}
