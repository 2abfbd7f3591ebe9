import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmail } from './email.ts'

test.each([
  ['learner@example.org', 'learner@example.org'],
  ['  Learner@Example.ORG ', 'learner@example.org'],
  ['ｌｅａｒｎｅｒ@example.org', 'learner@example.org'],
  ['Ärztin@klinik.example', 'ärztin@klinik.example'],
  ['a\u0308rztin@klinik.example', 'ärztin@klinik.example'],
  ['a+b@sub.example.org', 'a+b@sub.example.org'],
])('%s is %s', (typed, email) => {
  expect(readEmail(typed)).toEqual({ ok: true, email })
})

test.each([
  ['', 'Write an e-mail address.'],
  ['   ', 'Write an e-mail address.'],
  ['learner', 'The @ is missing.'],
  ['learner＠example.org', 'The @ is missing.'],
  ['a@b@example.org', 'There is more than one @.'],
  ['a＠b@example.org', 'One of the letters cannot stand in an address.'],
  ['@example.org', 'The part before the @ is missing.'],
  ['learner@', 'The part after the @ is missing.'],
  ['learner@example', 'The part after the @ has no dot, as example.org has.'],
  ['learner@example..org', 'The part after the @ has a dot too many.'],
  ['learner@.example.org', 'The part after the @ has a dot too many.'],
  ['lear ner@example.org', 'An address has no spaces in it.'],
  ['learner@exam\u200bple.org', 'An address has no spaces in it.'],
  ['lear\u0000ner@example.org', 'An address has no spaces in it.'],
  ['lear\ud800ner@example.org', 'An address has no spaces in it.'],
  [`${'x'.repeat(250)}@example.org`, 'An address has at most 254 letters.'],
])('%j is refused: %s', (typed, message) => {
  expect(readEmail(typed)).toEqual({ ok: false, message })
})

test('what is read is its own reading, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (local, host) => {
      const read = readEmail(`${local}@${host}.org`)
      if (!read.ok) return
      expect(readEmail(read.email)).toEqual(read)
      expect(read.email).toMatch(/^[^@\s]+@[^@\s]+$/)
    }),
  )
})
