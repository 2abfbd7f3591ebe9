import { describe, expect, it } from 'vitest'
import { foldText, needleOf } from './fold.ts'
import { noteTextOf } from './note-text.ts'

describe('foldText', () => {
  it.each([
    ['Guillain-Barré (AIDP)', 'guillain barre aidp'],
    ['β-Blocker, CD4 < 200/µL', 'β blocker cd4 200 μl'],
    ['  %_\\  ', ''],
    ['ＰＭＬ ﬁbre', 'pml fibre'],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('needleOf', () => {
  it.each([
    ['encephal', false, 'encephal'],
    ['JC', false, ' jc'],
    ['grey matter', true, ' grey matter'],
    ['%', false, null],
  ])('%s', (text, phrase, needle) => {
    expect(needleOf(text, phrase)).toBe(needle)
  })
})

describe('noteTextOf', () => {
  it('reads an own note: filled gaps to find, blanks to show', () => {
    const fields = { text: 'The {{c1::**JC** virus::which}}', why: 'Because.', source: 'Ward' }
    expect(noteTextOf('cloze', fields, [{ key: 'c1', kind: 'cloze' }])).toEqual({
      words: ' the jc virus  because  ward',
      fronts: { c1: 'The [which]' },
    })
  })
  it('reads a note of a fact base, and a card that is made no longer', () => {
    const fields = { 'term:pml.front': 'What is PML?', 'term:pml.back': 'A disease' }
    const cards = [
      { key: 'term:pml', kind: 'question' },
      { key: 'gone', kind: 'question' },
    ]
    expect(noteTextOf(null, fields, cards)).toEqual({
      words: ' what is pml  a disease',
      fronts: { 'term:pml': 'What is PML?', gone: 'An image' },
    })
  })
  it('leaves out the ids of a list, and what is too long for a row', () => {
    const fields = { front: 'x'.repeat(400), items: 'id1', 'item:id1': 'first' }
    const { words, fronts } = noteTextOf('list', fields, [{ key: 'item:id1', kind: 'cloze' }])
    expect(words).not.toContain('id1')
    expect(words).toContain(' first')
    expect(fronts['item:id1']).toHaveLength(300)
    const { fronts: cut } = noteTextOf('question', { front: `${'x'.repeat(298)}🧠${'y'.repeat(9)}`, back: 'x' }, [
      { key: 'front', kind: 'question' },
    ])
    expect(cut['front']).toBe(`${'x'.repeat(298)}…`)
  })
})
