import { expect, test } from 'vitest'
import { LONGEST_TAG, MOST_TAGS } from '../search/tags.ts'
import { MOST_CHARACTERS, MOST_FIELDS, sentFields, tooMuch } from './limits.ts'

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`item:${index}`, 'x']))
const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`)

test.each<[string, Record<string, string>, string[], RegExp | null]>([
  [
    'all that it can',
    { ...fields(MOST_FIELDS - 1), front: 'x'.repeat(MOST_CHARACTERS) },
    [...tags(MOST_TAGS - 1), 'x'.repeat(LONGEST_TAG)],
    null,
  ],
  ['an endless text', { front: 'x'.repeat(MOST_CHARACTERS + 1) }, [], /20,000 characters/],
  ['an endless list', fields(MOST_FIELDS + 1), [], /a hundred items/],
  ['an endless tag', {}, ['short', 'x'.repeat(LONGEST_TAG + 1)], /60 characters. Shorten “xxxxxxxxxxxxxxxxxxxx…”/],
  ['too many tags', {}, tags(MOST_TAGS + 1), /at most 50 tags/],
])('%s', (_, texts, given, says) => {
  const said = tooMuch(texts, given)
  if (says === null) expect(said).toBeNull()
  else expect(said).toMatch(says)
})

test('items are sent with a list alone', () => {
  const fields = { front: 'Numbers', items: 'a', 'item:a': 'One' }
  expect(sentFields('question', fields)).toEqual({ front: 'Numbers' })
  for (const kind of ['list', null] as const) expect(sentFields(kind, fields)).toEqual(fields)
})
