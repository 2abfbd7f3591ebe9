// The server's own look at a form with a new password: what the page has looked at too, and the list that no page holds.

import { COMMON_PASSWORD, isCommonPassword } from '#lib/auth/common-password.ts'
import { type Faults, textOf } from './_ui/form-answer.ts'
import { type LoginForm, loginFaults } from './_ui/login-faults.ts'

/** Nothing in it: the form may be acted on. */
export function newPasswordFaults(name: LoginForm, form: FormData): Faults {
  const faults = loginFaults(name, form)
  return isCommonPassword(textOf(form, 'newPassword')) ? { newPassword: COMMON_PASSWORD, ...faults } : faults
}
