import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteCards } from '../note/note.ts'
import type { Column, RowKind } from './columns.ts'
import { plainLines, type PasteChoices, readPaste } from './read.ts'
import { SEPARATORS } from './split.ts'

const FOUND: PasteChoices = { separator: null, header: null, columns: null, kind: null }
const read = (text: string, chosen: Partial<PasteChoices> = {}) => readPaste(plainLines(text), { ...FOUND, ...chosen })
const notes = (text: string, chosen: Partial<PasteChoices> = {}) =>
  read(text, chosen).rows.map(({ reading }) => (reading.ok ? reading.note : reading.say))

it('a table: question, answer and tags', () => {
  expect(notes('Which virus?\tJC virus\tetiology, virus\nWhich cell?\tOligodendrocyte\tmechanism')).toEqual([
    { kind: 'question', fields: { front: 'Which virus?', back: 'JC virus', why: '', source: '' }, tags: ['etiology', 'virus'] },
    { kind: 'question', fields: { front: 'Which cell?', back: 'Oligodendrocyte', why: '', source: '' }, tags: ['mechanism'] },
  ])
})

it.each<[string, string, RowKind | null, Column[]]>([
  ['two columns', 'a\tb', null, ['front', 'back']],
  ['labels', 'a\tb\tmri\nc\td\tetiology', null, ['front', 'back', 'tags']],
  ['sentences', 'a\tb\tIt is so.\nc\td\tFor a reason that is long.', null, ['front', 'back', 'why']],
  ['five columns', 'a\tb\tIt is so.\tmri\tx', null, ['front', 'back', 'why', 'tags', 'source']],
  ['a cloze', 'a {{c1::b}}\tIt is so.\n{{c1::c}}\tBecause it is.', null, ['front', 'why']],
  ['a cloze that was chosen', 'a\tb c d e', 'cloze', ['front', 'why']],
  ['a cloze beside an answer', 'Text\tBack\na {{c1::b}}\tx', null, ['front', 'why']],
  ['names in another order', 'Tags\tBack\tFront\nmri\tb\ta', null, ['tags', 'back', 'front']],
  ['a name that is no field', 'Question\tNumber\tAnswer\na\t1\tb', null, ['front', null, 'back']],
])('finds what columns hold: %s', (_name, text, kind, columns) => {
  expect(read(text, { kind }).columns).toEqual(columns)
})

describe('the heading', () => {
  it('is found, names the columns, and is no row', () => {
    const paste = read('Front,Back\na,b\nc,d')
    expect(paste).toMatchObject({ header: true, names: ['Front', 'Back'], columns: ['front', 'back'], count: 2 })
    expect(paste.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ])
  })
  it.each([
    ['a question is none', 'Which word?\tAnswer\na\tb'],
    ['a lone row is none', 'Front\tBack'],
    ['one known word among others is none', 'text\tsomething\na\tb'],
  ])('%s', (_name, text) => expect(read(text).header).toBe(false))
  it('is taken off or put on by choice', () => {
    expect(read('Front\tBack\na\tb', { header: false }).count).toBe(2)
    expect(read('x\ty\na\tb', { header: true })).toMatchObject({ count: 1, names: ['x', 'y'], columns: ['front', 'back'] })
  })
})

it.each<[string, string, Partial<PasteChoices>, string]>([
  ['no answer', 'a\tb\nPrognosis', {}, 'It has a question and no answer.'],
  ['no question', 'a\tb\n\tc', {}, 'It has no question.'],
  ['too many columns', 'a,b\nc,d\ne,f\ng,h\ni,j, k', {}, 'It has 3 columns where there are 2.'],
  ['a quotation mark that is never closed', 'a,b\n"c,d', {}, 'A quotation mark opens a cell, and none closes it.'],
  ['no gap', 'no gap', { kind: 'cloze' }, 'It has no gap to ask for.'],
  ['no text', '\tx', { kind: 'cloze', separator: 'tab' }, 'It has no text.'],
  ['no column of the question', 'a\tb', { columns: ['back', null] }, 'No column holds the question.'],
  ['no column of the answer', 'a\tb', { columns: ['front', null] }, 'No column holds the answer.'],
  ['a text that is too long', `a\t${'x'.repeat(20_001)}`, {}, 'One of its texts is longer than 20,000 characters.'],
  [
    'a source that is too long',
    `a\tb\t${'x'.repeat(501)}`,
    { columns: ['front', 'back', 'source'] },
    'Its source is longer than 500 characters.',
  ],
  ['a tag that is too long', `a\tb\t${'x'.repeat(61)}`, { columns: ['front', 'back', 'tags'] }, 'A tag is longer than 60 characters.'],
  [
    'too many tags',
    `a\tb\t${Array.from({ length: 51 }, (_, n) => n).join()}`,
    { columns: ['front', 'back', 'tags'] },
    'It has more than 50 tags.',
  ],
])('says what is wrong: %s', (_name, text, chosen, say) => {
  const bad = read(text, chosen).rows.at(-1)?.reading
  expect(bad).toMatchObject({ ok: false, say })
  expect(bad?.ok === false && bad.help).toMatch(/\.$|"$/)
})

it('empty cells at the end are no columns too many', () => {
  expect(read('a,b\nc,d\ne,f\ng,h\ni,j,,').rows.map(({ reading }) => reading.ok)).toEqual([true, true, true, true, true])
})

it('a text with gaps among questions is a cloze', () => {
  const [, row] = read('Which virus?\tJC virus\nIt invades {{c1::cells}} and {{c2::more}}.').rows
  expect(row?.reading).toMatchObject({
    ok: true,
    cards: 2,
    note: { kind: 'cloze', fields: { text: 'It invades {{c1::cells}} and {{c2::more}}.' } },
  })
})

it('both ways, and two columns of one field joined', () => {
  expect(notes('a\tb\tc', { kind: 'both', columns: ['front', 'back', 'back'] })).toEqual([
    { kind: 'both', fields: { front: 'a', back: 'b\n\nc', why: '', source: '' }, tags: [] },
  ])
})

it('marks the later of two rows that ask the same', () => {
  const rows = read('Which  Virus?\ta\nx\ty\nwhich virus?\tb\nwhich virus?\tb').rows
  expect(rows.map(({ reading }) => reading.ok && reading.twin)).toEqual([null, null, 1, 1])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(4)
})

it('reads at most as many rows as can be added, and says how many there are', () => {
  const paste = read(Array.from({ length: 5_003 }, (_, n) => `q${n}\ta`).join('\n'))
  expect([paste.rows.length, paste.count]).toEqual([5_000, 5_003])
})

it('line ends and the mark of an encoding do not matter', () => {
  expect(read('\uFEFFFront\tBack\r\na\tb\rc\td')).toEqual(read('Front\tBack\na\tb\nc\td'))
})

it('whatever is pasted and chosen, each row makes the cards that it says or says what is wrong', () => {
  const piece = fc.constantFrom('a', 'b ', '\t', '\n', ',', '"', ' :: ', '{{c1::x}}', 'Front', 'Back', '$', '<b>', ';')
  const column = fc.constantFrom<Column[]>('front', 'back', 'why', 'tags', 'source', null)
  const chosen = fc.record<PasteChoices>({
    separator: fc.constantFrom(null, ...SEPARATORS),
    header: fc.constantFrom(null, true, false),
    columns: fc.option(fc.array(column, { maxLength: 4 })),
    kind: fc.constantFrom(null, 'question', 'both', 'cloze'),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), chosen, (pieces, choices) => {
      const paste = read(pieces.join(''), choices)
      expect(paste.rows.map(({ number }) => number)).toEqual(Array.from({ length: paste.count }, (_, index) => index + 1))
      for (const { reading } of paste.rows) {
        if (!reading.ok) expect([reading.say, reading.help]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)])
        else {
          expect(noteCards(reading.note.kind, reading.note.fields)).toHaveLength(reading.cards)
          expect(reading.cards).toBeGreaterThan(0)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})
