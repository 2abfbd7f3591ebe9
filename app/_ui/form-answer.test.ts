import { expect, test } from 'vitest'
import { textOf } from './form-answer.ts'

test('a field is text; a file, a field that is not there, and what is no form at all are none', () => {
  const form = new FormData()
  form.set('email', 'learner@example.org')
  form.set('file', new Blob(['x']))
  expect([textOf(form, 'email'), textOf(form, 'file'), textOf(form, 'other')]).toEqual(['learner@example.org', '', ''])
  for (const sent of [{}, null, undefined, 'text', 7, [1]]) expect(textOf(sent as never, 'email')).toBe('')
})
