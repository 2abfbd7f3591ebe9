// The passwords that guessers try first: some 49,000, out of breaches, as @zxcvbn-ts/language-common lists them. The list is part
// of the installation: nothing of a password is ever sent anywhere. It stays on the server, for it is too long for a page.

import { dictionary } from '@zxcvbn-ts/language-common'
import { normalPassword } from '#lib/core/password.ts'

export const COMMON_PASSWORD = 'It is on the lists of passwords that are tried first, perhaps with digits around it. A sentence is better.'

const listed: ReadonlySet<string> = new Set(dictionary['passwords'])

/**
 * Whether the whole password is on the list, in capitals or not, once or again and again, and with or without digits and signs
 * around it. A listed word within a longer text is no fault: NIST SP 800-63B-4, 3.1.1.2, compares whole passwords.
 */
export function isCommonPassword(typed: string): boolean {
  const whole = normalPassword(typed).toLowerCase()
  const bare = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [whole, bare].some((text) => text !== '' && listed.has(unrepeated(text)))
}

/** "abc" of "abcabc": the shortest text that makes the whole when it is repeated. */
function unrepeated(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1))
}
