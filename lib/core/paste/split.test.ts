import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSeparator, type Separator, SEPARATORS, splitRows } from './split.ts'

const cells = (text: string, separator: Separator) => splitRows(text, separator).map((row) => row.cells)

it.each<[string, Separator, string, string[][]]>([
  [
    'a table',
    'tab',
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty lines',
    'tab',
    '\n\na\tb\n\n \nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['an empty cell', 'tab', 'a\t\tb', [['a', '', 'b']]],
  [
    'quoted, with the separator and a line end within',
    'comma',
    '"a, b","c\nd"\ne,f',
    [
      ['a, b', 'c\nd'],
      ['e', 'f'],
    ],
  ],
  ['a quotation mark written twice', 'comma', '"say ""ah""",b', [['say "ah"', 'b']]],
  ['a quotation mark within a cell', 'comma', 'a 5" tube,b', [['a 5" tube', 'b']]],
  [
    'quotation marks around the first word',
    'tab',
    '"Wet" AMD\tx\nc\td',
    [
      ['"Wet" AMD', 'x'],
      ['c', 'd'],
    ],
  ],
  [
    'a quotation mark that is never closed',
    'comma',
    '"a,b\nc,d',
    [
      ['"a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'one that is closed in the next line',
    'comma',
    '"a,b\nc,"d"\ne,f',
    [
      ['"a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  [
    'semicolons, with decimal commas',
    'semicolon',
    'a;1,5\nb;2,5',
    [
      ['a', '1,5'],
      ['b', '2,5'],
    ],
  ],
  [
    'question :: answer',
    'colons',
    'a? :: b\nc?::d',
    [
      ['a?', 'b'],
      ['c?', 'd'],
    ],
  ],
  ['three columns by colons', 'colons', 'a :: b :: c', [['a', 'b', 'c']]],
  ['colons within a gap', 'colons', 'The {{c1::heel::which part}} :: because', [['The {{c1::heel::which part}}', 'because']]],
  [
    'a list with its marks',
    'colons',
    '- a :: b\n2. c :: d\n• e :: f',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  ['a minus is no mark', 'colons', '-5 is :: negative', [['-5 is', 'negative']]],
  ['one column', 'none', 'a, b\n* c :: d', [['a, b'], ['c :: d']]],
])('%s', (_name, separator, text, expected) => {
  expect(cells(text, separator)).toEqual(expected)
})

it('says which quotation mark is never closed', () => {
  expect(splitRows('a,b\n"c,d\n"e" f,g\n"h\nh",i\n5",j', 'comma').map(({ open }) => open)).toEqual([false, true, false, false, false])
})

describe('laws', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\t', ';', ':', '\n', ' ', '{', '}', '{{c1::', '}}', '- ', 'é') })
  const separator = fc.constantFrom(...SEPARATORS)

  it('what a table program writes is read as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', ';', 'é') }).map((value) => `x${value.trimEnd()}`)
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom([',', 'comma'] as const, [';', 'semicolon'] as const, ['\t', 'tab'] as const),
        (rows, [sign, name]) => {
          const written = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(sign)).join('\n')
          expect(cells(written, name)).toEqual(rows)
        },
      ),
    )
  })

  it('rows stand in order, apart, where they say they do, and nothing that is written is left out', () => {
    fc.assert(
      fc.property(text, separator, (pasted, by) => {
        let end = -1
        let between = ''
        for (const row of splitRows(pasted, by)) {
          expect(row.start).toBeGreaterThan(end)
          between += pasted.slice(end + 1, row.start)
          expect(row.end).toBeGreaterThan(row.start)
          if (!row.open) expect(cells(pasted.slice(row.start, row.end), by)).toEqual([row.cells])
          end = row.end
        }
        between += pasted.slice(end + 1)
        expect(between.replace(/[\s",;:•*–—-]/g, '')).toBe('')
      }),
      { numRuns: 2_000 },
    )
  })
})

it.each<[string, Separator, string]>([
  ['a table', 'tab', 'a\tb\nc\td'],
  ['a table of one row', 'tab', 'a\tb'],
  ['a table with commas in its cells', 'tab', 'a, b\tc\nd\te, f'],
  ['colons', 'colons', 'What is it? :: a, b\nAnd this? :: c, d'],
  ['CSV', 'comma', 'a,b\nc,d\n"e, f",g'],
  ['CSV with semicolons', 'semicolon', 'a;b, c\nd;e\nf;g, h'],
  ['a sentence', 'none', 'In PML, the virus invades.'],
  ['cloze with commas', 'none', 'In PML, the {{c1::JC virus}} invades.\nIn it, {{c1::x::which}} is.'],
  ['sentences of different lengths', 'none', 'a, b, c\nd\ne, f\ng\nh, i, j, k'],
  ['nothing', 'none', ''],
  ['one column with a stray line', 'comma', 'a,b\nc,d\ne,f\ng,h\nstray\ni,j'],
])('finds what parts %s', (_name, separator, text) => {
  expect(findSeparator(text)).toBe(separator)
})
