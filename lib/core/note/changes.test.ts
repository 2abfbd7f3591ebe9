import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesOf } from './changes.ts'

const written = (before: string, after: string) =>
  changesOf(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, come: `{+${text}+}` })[kind])
    .join('')

it.each([
  ['the same', 'JC virus', 'JC virus', 'JC virus'],
  ['a word came', 'JC virus', 'the JC virus', '{+the +}JC virus'],
  ['a word went', 'the JC virus', 'JC virus', '[-the -]JC virus'],
  ['a word for another', 'It causes PML.', 'It makes PML.', 'It [-causes-]{+makes+} PML.'],
  ['all', 'JCV', 'virus', '[-JCV-]{+virus+}'],
  ['a hint', 'the {{c1::JC virus}} is', 'the {{c1::JC virus::which}} is', 'the {{c1::JC virus{+::which+}}} is'],
  ['from nothing', '', 'a b', '{+a b+}'],
  ['to nothing', 'a b', '', '[-a b-]'],
  ['letters with marks stay whole', 'é́ a', 'é́ b', 'é́ [-a-]{+b+}'],
])('%s', (_name, before, after, expected) => {
  expect(written(before, after)).toBe(expected)
})

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', 'ab', '{{', '😀') })
const side = (before: string, after: string, left: 'gone' | 'come') =>
  changesOf(before, after)
    .filter(({ kind }) => kind !== left)
    .map((part) => part.text)
    .join('')

it('holds both texts whole, and says the same where they are equal', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(side(before, after, 'come')).toBe(before)
      expect(side(before, after, 'gone')).toBe(after)
      expect(changesOf(before, before).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

it('texts that differ too much to compare are held whole, too', () => {
  const [before, after] = [
    Array.from({ length: 3_000 }, (_, n) => `a${n}`).join(' '),
    Array.from({ length: 3_000 }, (_, n) => `b${n}`).join(' '),
  ]
  expect(changesOf(before, after)).toEqual([
    { kind: 'gone', text: before },
    { kind: 'come', text: after },
  ])
})
