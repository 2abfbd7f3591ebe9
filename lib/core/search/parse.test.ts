import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseQuery } from './parse.ts'
import { holds, LONGEST_QUERY, printQuery, type Term, toggled } from './query.ts'

const words = (text: string, more: Partial<Term & { kind: 'words' }> = {}): Term => ({
  not: false,
  kind: 'words',
  text,
  phrase: false,
  ...more,
})

describe('what can be read', () => {
  it.each<[string, Term[]]>([
    ['', []],
    ['   ', []],
    ['jc  virus', [words('jc'), words('virus')]],
    ['"jc virus"', [words('jc virus', { phrase: true })]],
    ['“jc virus”', [words('jc virus', { phrase: true })]],
    ['"never closed', [words('never closed', { phrase: true })]],
    ['-virus - --mri', [words('virus', { not: true }), words('mri', { not: true })]],
    ['deck:PML', [{ not: false, kind: 'deck', name: 'PML' }]],
    ['-Deck:"Ward round::Stroke"', [{ not: true, kind: 'deck', name: 'Ward round::Stroke' }]],
    ['tag:neuro::mri', [{ not: false, kind: 'tag', name: 'neuro::mri' }]],
    ['deck:"::x"', [{ not: false, kind: 'deck', name: '::x' }]],
    ['tag:neuro::', [{ not: false, kind: 'tag', name: 'neuro' }]],
    ['tag:none', [{ not: false, kind: 'tag', name: null }]],
    ['tag:"none"', [{ not: false, kind: 'tag', name: 'none' }]],
    ['IS:Due', [{ not: false, kind: 'is', state: 'due' }]],
    ['is:learn', [{ not: false, kind: 'is', state: 'learning' }]],
    ['prop:lapses>=4', [{ not: false, kind: 'prop', property: 'lapses', comparison: '>=', value: 4 }]],
    ['prop:s<0.5', [{ not: false, kind: 'prop', property: 'stability', comparison: '<', value: 0.5 }]],
    ['prop:due=-1', [{ not: false, kind: 'prop', property: 'due', comparison: '=', value: -1 }]],
    ['c1::x', [words('c1::x')]],
    ['12:30', [words('12:30')]],
    ['"or"', [words('or', { phrase: true })]],
  ])('%s', (text, terms) => {
    expect(parseQuery(text)).toMatchObject({ terms, fault: null })
  })
})

describe('what cannot, with what to do about it', () => {
  it.each<[string, string, RegExp, string | null]>([
    ['mri is:susp', 'is:susp', /“susp” is not a state\. There are due, new,/, 'is:suspended'],
    ['is:', 'is:', /Nothing stands after “is:”/, null],
    ['is:xyz', 'is:xyz', /not a state/, null],
    ['deck:PML prop:s<0,9 tag:mri', 'prop:s<0,9', /Write it with a point: 0\.9\./, 'prop:s<0.9'],
    ['-prop:laps>3', '-prop:laps>3', /“laps” is not a number of a card/, '-prop:lapses>3'],
    ['prop:lapses', 'prop:lapses', /such as prop:lapses>=4/, null],
    ['prop:lapses>many', 'prop:lapses>many', /Write it in figures/, null],
    ['prop:lapses>1e999', 'prop:lapses>1e999', /not a number/, null],
    ['http://a.b', 'http://a.b', /“http:” is not a word of the search/, '"http://a.b"'],
    ['a or b', 'or', /“or” joins nothing/, '"or"'],
    ['a + b', '+', /no letter and no number/, null],
    ['deck: x', 'deck:', /Nothing stands after “deck:”/, null],
    ['tag:""', 'tag:""', /Nothing stands after “tag:”/, null],
  ])('%s', (text, word, message, repair) => {
    const { fault } = parseQuery(text)
    expect(fault && text.slice(fault.start, fault.end)).toBe(word)
    expect(fault?.message).toMatch(message)
    expect(fault?.repair).toBe(repair)
  })

  it('is a search that is too long', () => {
    expect(parseQuery('x'.repeat(LONGEST_QUERY + 1)).fault?.message).toMatch(/at most 500 characters/)
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    ' ',
    '"',
    '“',
    '-',
    ':',
    '::',
    'deck:',
    'tag:',
    'is:due',
    'is:',
    'prop:',
    'prop:s<',
    'or',
    'none',
    '0,9',
    '<=',
    '\u00a0',
    '\n',
  ),
)
const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

test('whatever is typed is read or refused, and a fault is a word of it', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { terms, spans, fault } = parseQuery(text)
      expect(spans).toHaveLength(terms.length)
      for (const { start, end } of [...spans, ...(fault ? [fault] : [])]) expect(text.slice(start, end).trim()).not.toBe('')
      if (fault) expect(fault.message).toMatch(/[.]$/)
    }),
    { numRuns: 2_000 },
  )
})

test('a search that was read and is written again reads the same', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { terms } = parseQuery(text)
      const printed = printQuery(terms)
      fc.pre(printed.length <= LONGEST_QUERY)
      expect(parseQuery(printed)).toMatchObject({ terms, fault: null })
    }),
    { numRuns: 2_000 },
  )
})

test('a repair can be read', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const repair = parseQuery(text).fault?.repair
      // The text within quotation marks may hold nothing to look for, and says so then.
      if (repair && !repair.includes('"')) expect(parseQuery(repair).fault).toBeNull()
    }),
    { numRuns: 2_000 },
  )
})

describe('narrowing', () => {
  const { terms } = parseQuery('mri deck:PML is:due')
  const state = (name: 'due' | 'new'): Term => ({ not: false, kind: 'is', state: name })
  it('adds a state, and takes it away again', () => {
    expect(printQuery(toggled(terms, state('new')))).toBe('mri deck:PML is:due is:new')
    expect(printQuery(toggled(terms, state('due')))).toBe('mri deck:PML')
  })
  it('has one deck at a time', () => {
    expect(printQuery(toggled(terms, { not: false, kind: 'deck', name: 'Ward round' }))).toBe('mri is:due deck:"Ward round"')
    expect(printQuery(toggled(terms, { not: false, kind: 'deck', name: 'pml' }))).toBe('mri is:due')
  })
  it('knows what it holds', () => {
    expect(holds(terms, { not: false, kind: 'deck', name: 'pml' })).toBe(true)
    expect(holds(terms, state('new'))).toBe(false)
  })
})
