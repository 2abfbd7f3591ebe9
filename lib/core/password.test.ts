import { expect, test } from 'vitest'
import { normalPassword, PASSWORD_MAX, passwordFault } from './password.ts'

const EMAIL = 'anna.meyer@example.org'

test.each([
  ['', 'Write a password of 12 or more characters.'],
  ['x', '1 character, eleven too few.'],
  ['myelin2026', '10 characters, two too few.'],
  ['x'.repeat(PASSWORD_MAX + 1), '1001 characters; at most 1000 are taken.'],
  ['abababababab', 'Too few different characters: it would be guessed at once.'],
  ['qwertyuiop12', 'This is among the first that are guessed. A sentence is better.'],
  ['123456789012', 'This is among the first that are guessed. A sentence is better.'],
  ['Password12345', 'This is among the first that are guessed. A sentence is better.'],
  ['anna.meyer2026', 'This is among the first that are guessed. A sentence is better.'],
  ['Anna.Meyer@example.org', 'This is among the first that are guessed. A sentence is better.'],
])('%j is refused: %s', (typed, fault) => {
  expect(passwordFault(typed, EMAIL)).toBe(fault)
})

test.each([
  'the virus waits in the kidney',
  'correct horse battery',
  'k7mq29fdw3xt',
  'Gehirn & Rückenmark',
  '髄鞘は神経線維を包む膜である',
  'a'.repeat(20) + 'bcdxyqfkw',
])('%j will do', (typed) => {
  expect(passwordFault(typed, EMAIL)).toBeNull()
})

test('letters are counted as people see code points, and one spelling is hashed', () => {
  expect(passwordFault('\u{1F9E0}'.repeat(11), EMAIL)).toBe('11 characters, one too few.')
  expect(normalPassword('Ru\u0308ckenmark')).toBe(normalPassword('Rückenmark'))
})
