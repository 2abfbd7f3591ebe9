'use server'
// A new password, by the one-time link that the operator gave.

import { hashPassword } from '#lib/auth/password.ts'
import { now } from '#lib/clock.ts'
import { mayTry } from '#lib/http/tries.ts'
import { resetPassword } from '#lib/study/reset-password.ts'
import { type FormAnswer, textOf } from '../../_ui/form-answer.ts'
import { answered, refused } from '../../form-answer.ts'
import { newPasswordFaults } from '../../new-password-faults.ts'
import { requestOrigin } from '../../request-origin.ts'

export async function reset(form: FormData): Promise<FormAnswer> {
  return answered(async () => {
    const faults = newPasswordFaults('reset', form)
    if (Object.keys(faults).length > 0) return { ok: false, message: null, faults }
    const { network } = await requestOrigin()
    const token = textOf(form, 'token')
    if (!mayTry(network, token.slice(0, 50), now())) return refused('too-many-tries')
    const userId = await resetPassword(token, await hashPassword(textOf(form, 'newPassword')), now())
    return userId ? { ok: true } : refused('link-refused')
  })
}
