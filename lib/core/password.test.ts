import { expect, test } from 'vitest'
import { normalPassword, PASSWORD_MAX, passwordFault } from './password.ts'

const EMAIL = 'anna.meyer@example.org'

test.each([
  ['', 'Write a password of 15 or more characters.'],
  ['x', '1 character, fourteen too few.'],
  ['myelin2026', '10 characters, five too few.'],
  ['x'.repeat(PASSWORD_MAX + 1), '1001 characters; at most 1000 are taken.'],
  ['abababababababab', 'Too few different characters: it would be guessed at once.'],
  ['qwertyuiop12345', 'This is among the first that are guessed. A sentence is better.'],
  ['123456789012345', 'This is among the first that are guessed. A sentence is better.'],
  ['Password1234567', 'This is among the first that are guessed. A sentence is better.'],
  ['anna.meyer20261', 'This is among the first that are guessed. A sentence is better.'],
  ['Anna.Meyer@example.org', 'This is among the first that are guessed. A sentence is better.'],
])('%j is refused: %s', (typed, fault) => {
  expect(passwordFault(typed, EMAIL)).toBe(fault)
})

test.each([
  'the virus waits in the kidney',
  'correct horse battery',
  'k7mq29fdw3xtb5n',
  'Gehirn & Rückenmark',
  '髄鞘は神経線維を包む膜である層',
  'a'.repeat(20) + 'bcdxyqfkw',
])('%j will do', (typed) => {
  expect(passwordFault(typed, EMAIL)).toBeNull()
})

test('letters are counted as people see code points, and one spelling is hashed', () => {
  expect(passwordFault('\u{1F9E0}'.repeat(14), EMAIL)).toBe('14 characters, one too few.')
  expect(normalPassword('Ru\u0308ckenmark')).toBe(normalPassword('Rückenmark'))
})
