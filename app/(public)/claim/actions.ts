'use server'
// A guest keeps what they have under an address and a password.

import { signInAs } from '#lib/auth/open-session.ts'
import { hashPassword, makeRecoveryCodes } from '#lib/auth/password.ts'
import { currentSession } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import { mayTry } from '#lib/http/tries.ts'
import { claimLogin } from '#lib/study/claim-login.ts'
import { type FormAnswer, textOf } from '../../_ui/form-answer.ts'
import { answered, refused } from '../../form-answer.ts'
import { newPasswordFaults } from '../../new-password-faults.ts'
import { requestOrigin } from '../../request-origin.ts'

/** Gives the recovery codes, this once. */
export async function claim(form: FormData): Promise<FormAnswer> {
  return answered(async () => {
    const session = await currentSession()
    if (!session) return refused('session-ended')
    const faults = newPasswordFaults('claim', form)
    const read = readEmail(textOf(form, 'email'))
    if (!read.ok || Object.keys(faults).length > 0) return { ok: false, message: null, faults }
    const { network, device } = await requestOrigin()
    // Tries count by the guest: by the address, a stranger could keep its owner from signing in.
    if (!mayTry(network, session.user.id, now())) return refused('too-many-tries')
    const { id } = session.user
    const [passwordHash, { codes, hashes }] = await Promise.all([hashPassword(textOf(form, 'newPassword')), makeRecoveryCodes(id)])
    const outcome = await claimLogin(id, { email: read.email, passwordHash, codeHashes: hashes }, now())
    if (outcome === 'refused') return refused('address-refused')
    // The guest's cookie was worth less than the account's: whoever has a copy of it has nothing now.
    await signInAs(id, device)
    return { ok: true, codes }
  })
}
