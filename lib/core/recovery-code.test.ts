import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryCode, recoveryCode } from './recovery-code.ts'

test('every code is read as itself, however it is written down', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const code = recoveryCode(bytes)
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/)
      expect(readRecoveryCode(code)).toBe(code)
      expect(readRecoveryCode(` ${code.toUpperCase().replace('-', ' – ')} `)).toBe(code)
      expect(readRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test.each(['', 'k7mq', 'k7mq-29fdx', 'k7mq-29fu', 'k7mq-29f!'])('%j is no code', (typed) => {
  expect(readRecoveryCode(typed)).toBeNull()
})

test('too few random bytes make no code', () => {
  expect(() => recoveryCode(new Uint8Array(7))).toThrow('8 random bytes')
})
