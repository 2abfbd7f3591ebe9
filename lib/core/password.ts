// What a password must be. Length does most of it; the rest turns away what a guesser tries first.

/** NIST SP 800-63B-4, 3.1.1.2: fifteen where the password alone lets its owner in. */
export const PASSWORD_MIN = 15
/** Longer is no safer, and hashing it would be work for nothing. */
export const PASSWORD_MAX = 1000
const DISTINCT_MIN = 5

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
]
/** Rows of keys and the like: what a password may not mostly consist of. */
const ROWS = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', '01234567890', 'abcdefghijklmnopqrstuvwxyz']
const WORDS = ['password', 'passwort', 'motdepasse', 'letmein', 'iloveyou', 'welcome', 'myelin', 'admin']

/** The password as it is hashed: one spelling for all keyboards. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

/** What is wrong with a new password, as a sentence, or null. `email` is the address that it will stand beside. */
export function passwordFault(typed: string, email: string): string | null {
  const letters = [...normalPassword(typed)]
  if (letters.length < PASSWORD_MIN) return shortWords(letters.length)
  if (letters.length > PASSWORD_MAX) return `${letters.length} characters; at most ${PASSWORD_MAX} are taken.`
  if (new Set(letters).size < DISTINCT_MIN) return 'Too few different characters: it would be guessed at once.'
  return guessable(letters.join('').toLowerCase(), email) ? 'This is among the first that are guessed. A sentence is better.' : null
}

function shortWords(length: number): string {
  const missing = PASSWORD_MIN - length
  if (length === 0) return `Write a password of ${PASSWORD_MIN} or more characters.`
  return `${length} ${length === 1 ? 'character' : 'characters'}, ${NUMBERS[missing]} too few.`
}

/** Whether little is left once known words, the address, repeats and neighbours in a row of keys are gone. */
function guessable(password: string, email: string): boolean {
  const known = [email, email.split('@', 1)[0] ?? '', ...WORDS].filter((word) => word.length > 2)
  const rest = [...known.reduce((text, word) => text.replaceAll(word, ''), password)]
  const surprising = rest.filter((letter, index) => index === 0 || !follows(rest[index - 1] ?? '', letter))
  return surprising.length <= DISTINCT_MIN
}

function follows(before: string, letter: string): boolean {
  return before === letter || ROWS.some((row) => row.includes(before + letter) || row.includes(letter + before))
}
