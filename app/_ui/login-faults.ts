// What is wrong with a form about signing in. The page asks before it sends, and the server asks again.

import { readEmail } from '#lib/core/email.ts'
import { passwordFault } from '#lib/core/password.ts'
import { readRecoveryCode } from '#lib/core/recovery-code.ts'
import { type Faults, textOf } from './form-answer.ts'

type Text = (name: string) => string
type Check = (text: Text) => string | null

const email: Check = (text) => {
  const read = readEmail(text('email'))
  return read.ok ? null : read.message
}
const password: Check = (text) => (text('password') === '' ? 'Write the password.' : null)
const newPassword: Check = (text) => passwordFault(text('newPassword'), text('email').trim().toLowerCase())
const code: Check = (text) => (readRecoveryCode(text('code')) === null ? 'A code has eight letters and digits, such as k7mq-29fd.' : null)

const CHECKS = {
  claim: { email, newPassword },
  'sign-in': { email, password },
  recover: { email, code, newPassword: (text) => (text('newPassword') === '' ? null : newPassword(text)) },
  reset: { newPassword },
  email: { email },
  password: { newPassword },
} as const satisfies Record<string, Record<string, Check>>

export type LoginForm = keyof typeof CHECKS

/** Nothing in it: the form may be sent. */
export function loginFaults(name: LoginForm, form: FormData): Faults {
  const text = (field: string) => textOf(form, field)
  const found = Object.entries<Check>(CHECKS[name]).map(([field, check]) => [field, check(text)] as const)
  return Object.fromEntries(found.flatMap(([field, fault]) => (fault === null ? [] : [[field, fault]])))
}
