import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderCloze } from '../markup/render.ts'
import { noteCards, type NoteFields, type NoteKind } from './note.ts'

const keys = (kind: NoteKind, fields: NoteFields) => noteCards(kind, fields).map(({ key }) => key)
const LIST = {
  front: 'Phases of wound healing',
  items: 'a b c',
  'item:a': 'haemostasis',
  'item:b': 'inflammation',
  'item:c': 'proliferation',
}

it.each<[string, NoteKind, NoteFields, string[]]>([
  ['a question', 'question', { front: 'Q?', back: 'A' }, ['front']],
  ['a question without an answer', 'question', { front: 'Q?', back: ' ' }, []],
  ['both ways', 'both', { front: 'Q', back: 'A' }, ['front', 'back']],
  ['gaps by number, not by order', 'cloze', { text: '{{c3::x}} {{c1::y}} {{c3::z}}' }, ['c1', 'c3']],
  ['a gap within a gap', 'cloze', { text: '{{c1::a {{c2::b::h}} c}}' }, ['c1', 'c2']],
  ['an empty gap', 'cloze', { text: '{{c1:: }} {{c2::x}}' }, ['c2']],
  ['no gap', 'cloze', { text: 'plain {{c1::never closed' }, []],
  ['a list', 'list', LIST, ['item:a', 'item:b', 'item:c']],
  ['a list in another order', 'list', { ...LIST, items: 'c a a b' }, ['item:c', 'item:a', 'item:b']],
  ['a list with an empty item', 'list', { ...LIST, 'item:b': '' }, ['item:a', 'item:c']],
  ['a list without its name', 'list', { ...LIST, front: '' }, []],
])('%s', (_name, kind, fields, expected) => {
  expect(keys(kind, fields)).toEqual(expected)
})

it('keeps the key of an item that is reworded', () => {
  expect(keys('list', { ...LIST, 'item:b': 'the inflammatory phase' })).toEqual(keys('list', LIST))
})

describe('what a card shows', () => {
  const hidden = (kind: NoteKind, fields: NoteFields, key: string) => {
    const card = noteCards(kind, fields).find((one) => one.key === key)
    return renderCloze(card?.front ?? '', { hidden: true, ...(card?.asked == null ? {} : { asked: card.asked }) })
  }

  it('asks for one number and shows the others', () => {
    const text = '{{c1::JC virus}} invades {{c2::oligodendrocytes::which cells}}'
    expect(hidden('cloze', { text }, 'c2')).toBe(
      '<p>JC virus invades <span class="gap"><span class="vh">blank, </span>which cells</span></p>',
    )
    expect(hidden('cloze', { text }, 'c1')).toBe('<p><span class="gap">blank</span> invades oligodendrocytes</p>')
  })

  it('hides formulas whose braces end as a gap does', () => {
    const html = hidden('cloze', { text: 'It is {{c1::$K_{m_{x}}$::which constant}}.' }, 'c1')
    expect(html).toBe('<p>It is <span class="gap"><span class="vh">blank, </span>which constant</span>.</p>')
  })

  it('shows the item before, and asks for this one', () => {
    const html = hidden('list', LIST, 'item:b')
    expect(html).toContain('haemostasis')
    expect(html).toContain('item 2 of 3')
    expect(html).not.toMatch(/inflammation|proliferation/)
  })

  it('never shows what it asks for', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z{}:$ ]{0,12}$/), fc.stringMatching(/^[a-z ]{0,12}$/), (inside, around) => {
        for (const { key, asked, front } of noteCards('cloze', { text: `${around}{{c1::SECRET${inside}::h}}${around}{{c2::y}}` })) {
          if (key === 'c1' && asked !== null) expect(renderCloze(front, { hidden: true, asked })).not.toContain('SECRET')
        }
      }),
    )
  })
})
