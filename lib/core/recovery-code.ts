// Recovery codes as people write them down: eight letters and digits that are not mistaken for one another (Crockford's base 32).

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 8
export const RECOVERY_CODES = 10

/** "k7mq-29fd", out of eight random bytes: 40 bits. */
export function recoveryCode(bytes: Uint8Array): string {
  // 256 is a multiple of 32, so every letter is equally likely.
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  if (letters.length !== LENGTH) throw new Error(`A recovery code needs ${LENGTH} random bytes.`)
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The code that was meant: with or without its hyphen, in capitals, with O for 0 and I or L for 1; null where it is none. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return null
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
