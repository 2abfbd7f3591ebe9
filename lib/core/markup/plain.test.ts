import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clozeText, plainText } from './plain.ts'

describe('plainText', () => {
  it.each([
    ['Marks go', 'The **heel**, *often* [here](https://example.org)', 'The heel, often here'],
    ['one block a line', '# Signs\n\n- limp\n- night rash', 'Signs\nlimp\nnight rash'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'a\tb\n1\t2'],
    ['HTML is not text', 'a <b>b</b>', 'a b'],
    ['no marks of ours', 'a\uE000b\uE001', 'ab'],
  ])('%s', (_name, markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })
})

describe('a text without marks', () => {
  const signs = [
    'a',
    'b ',
    ' ',
    '.',
    '-',
    '1',
    '(',
    ')',
    '#',
    '>',
    '+',
    '=',
    ':',
    '!',
    '"',
    '{',
    '}',
    '/',
    '@',
    'www.a.b',
    'http://a.b',
    'é',
    '\u00a0',
  ]
  it('reads the same whether it is parsed or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 10 }), (parts) => {
        const text = parts.join('')
        // An empty link says nothing, but has the text parsed.
        expect(plainText(text)).toBe(plainText(`${text}\n\n[](x)`).replace(/\n$/, ''))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('clozeText', () => {
  it.each([
    ['hint', 'On {{c1::ART::which therapy}} now', 'On [which therapy] now', 'On ART now'],
    ['no hint', 'On {{c1::ART}}', 'On [blank]', 'On ART'],
    ['no link is made of a hint', '{{c1::a::site}}(b)', '[site](b)', 'a(b)'],
  ])('%s', (_name, markdown, hidden, filled) => {
    expect(clozeText(markdown, { hidden: true })).toBe(hidden)
    expect(clozeText(markdown, { hidden: false })).toBe(filled)
  })
})
