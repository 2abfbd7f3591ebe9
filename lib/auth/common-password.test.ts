import { expect, test } from 'vitest'
import { passwordFault } from '#lib/core/password.ts'
import { isCommonPassword } from './common-password.ts'

test.each([
  'polniypizdec110211',
  '1qaz2wsx3edc4rfv',
  '1QAZ2WSX3EDC4RFV',
  'Sunshine1234567!',
  '2026*sunshine*2026',
  'dragondragondragon',
  'Trustno1Trustno1',
  'ｑａｚｗｓｘｅｄｃｒｆｖｔｇｂ',
])('%j is listed', (typed) => {
  expect(isCommonPassword(typed)).toBe(true)
})

test.each([
  'the virus waits in the kidney',
  'correcthorsebattery',
  'sunshine over dragons',
  'k7mq29fdw3xtb5n',
  '髄鞘は神経線維を包む膜である層',
  '',
  '!?',
])('%j is not', (typed) => {
  expect(isCommonPassword(typed)).toBe(false)
})

test('the list turns away what length and the rules of core let through', () => {
  expect(passwordFault('1qaz2wsx3edc4rfv', 'anna@example.org')).toBeNull()
  expect(isCommonPassword('1qaz2wsx3edc4rfv')).toBe(true)
})
