import { describe, expect, it } from 'vitest'
import { parsed, tarsalFeverText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'
import { cases, type Card } from './fixtures/lint-cases.ts'
import type { GeneratedBase, GeneratedCard, GeneratedNote } from './generated.ts'
import { cardRules, deckRules, lintBase } from './lint.ts'

const base = parsed(tarsalFeverText)
const deck = generateBase(base)

function noteOf(cards: readonly Card[], guid = '00000000-0000-8000-8000-000000000000'): GeneratedNote {
  const facts = cards[0]?.facts ?? ['cause']
  return {
    guid: guid as GeneratedNote['guid'],
    form: cards[0]?.form ?? 'test',
    kind: 'question',
    facts,
    own: cards[0]?.form === undefined ? (facts.at(-1) ?? null) : null,
    waitsFor: [],
    topic: cards[0]?.topic ?? 'Origin',
    cards: cards.map(({ front, back, kind, key, why }, index) => {
      return {
        key: key ?? String(index),
        kind: kind ?? (front.includes('{{c1::') ? 'cloze' : 'question'),
        facts,
        fronts: [front],
        back,
        why: why === undefined ? null : { text: why, facts },
      }
    }),
  }
}

/** The notes that a fact of the base gives, or some of their cards. */
function notesOf(fact: string, wanted: (card: GeneratedCard) => boolean = () => true): GeneratedNote[] {
  const notes = deck.notes.filter((note) => note.facts.at(-1) === fact)
  return notes.map((note) => ({ ...note, cards: note.cards.filter(wanted) }))
}

const all = [...deck.notes]
const question: Card = { facts: ['site'], front: 'In which part of the foot are lesions of tarsal fever common?', back: 'The heel' }
const gap: Card = { facts: ['site'], front: 'Lesions of tarsal fever are common in the {{c1::heel::which part}}.', back: 'heel' }
const slow: Card = { facts: ['prognosis'], front: 'Which course does tarsal fever take in children of the north?', back: 'A good one' }
const fast: Card = { facts: ['prognosis'], front: 'Which course does tarsal fever take in children of the south?', back: 'A poor one' }

const deckCases: [rule: string, what: string, bad: GeneratedNote[], good: GeneratedNote[]][] = [
  ['L4', 'two cards that tell each other, in two notes', [noteOf([question]), noteOf([gap], 'b')], [noteOf([question, gap])]],
  ['N2', 'an item that is never asked for alone', notesOf('risk', (card) => card.key !== 'item:travel'), notesOf('risk')],
  ['C1', 'a fact without a card', all.slice(1), all],
  ['W6', 'two questions that are easily confused', [noteOf([slow]), noteOf([fast], 'b')], [noteOf([slow]), noteOf([question], 'b')]],
  ['W7', 'a deck of gaps', notesOf('risk', (card) => card.kind === 'cloze'), all],
  ['W8', 'a fact with gaps only', [noteOf([gap])], [noteOf([gap, question])]],
  ['W9', 'too many cards of a fact', [noteOf([question, gap, slow, fast])], [noteOf([question, gap, slow])]],
  ['W10', 'a treatment without its why', notesOf('washing', (card) => card.key === 'treatment'), notesOf('washing')],
]

function rulesBroken(notes: readonly GeneratedNote[], over: Partial<GeneratedBase> = {}): string[] {
  const { errors, warnings } = lintBase(base, { ...deck, ...over, notes })
  return [...errors, ...warnings].map((found) => found.rule)
}

describe('lintBase', () => {
  it.each(cases)('%s catches %s, and not its good neighbor', (rule, _what, bad, good) => {
    expect(rulesBroken([noteOf([bad])])).toContain(rule)
    expect(rulesBroken([noteOf([good])])).not.toContain(rule)
  })

  it.each([
    ['without a citation', { citation: ' ' }],
    ['without its year', { year: Number.NaN }],
  ])('G1 catches a fact %s', (_what, change) => {
    const facts = deck.facts.map((fact) => ({ ...fact, ...change }))
    const note = noteOf([{ front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }])
    expect(rulesBroken([note], { facts })).toContain('G1')
    expect(rulesBroken([note])).not.toContain('G1')
  })

  it('L3 catches a gap that another fact fills as well', () => {
    const facts = deck.facts.map((fact) =>
      fact.id === 'extent' ? { ...fact, statement: 'Lesions of tarsal fever are common in the sole.' } : fact,
    )
    expect(rulesBroken([noteOf([gap])], { facts })).toContain('L3')
    expect(rulesBroken([noteOf([gap])])).not.toContain('L3')
  })

  it('U1 catches a question that is asked twice, or nearly, but for the items of one list', () => {
    const one: Card = { facts: ['site'], front: 'In which part of the foot are lesions of tarsal fever common?', back: 'The heel' }
    const near: Card = { ...one, front: 'Are lesions of tarsal fever common in which part of the foot?' }
    const other: Card = { facts: ['extent'], front: 'How much flow do lesions of tarsal fever show?', back: 'Little to none' }
    expect(rulesBroken([noteOf([one]), noteOf([near], 'b')])).toContain('U1')
    expect(rulesBroken([noteOf([one]), noteOf([other], 'b')])).not.toContain('U1')
    expect(rulesBroken(notesOf('presentation'))).not.toContain('U1')
  })

  it.each(deckCases)('%s catches %s, and not its good neighbor', (rule, _what, bad, good) => {
    expect(rulesBroken(bad)).toContain(rule)
    expect(rulesBroken(good)).not.toContain(rule)
  })

  it('has a bad card for every rule', () => {
    const tried = [...cases, ...deckCases].map(([rule]) => rule).concat('U1')
    expect(new Set(tried)).toEqual(new Set([...cardRules, ...deckRules(base)].map((rule) => rule.id)))
  })

  it('says in every rule what to do', () => {
    const rules = [...cardRules, ...deckRules(base)]
    expect(rules.filter(({ help }) => !/^\p{Lu}.+\.$/u.test(help))).toEqual([])
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('says where and what in a sentence', () => {
    const note = noteOf([{ front: 'Which virus causes tarsal fever?', back: 'The K virus' }])
    const { errors } = lintBase(base, { ...deck, notes: [note] })
    expect(errors.filter((error) => error.guid !== null)).toEqual([
      {
        rule: 'G4',
        guid: note.guid,
        key: '0',
        front: 'Which virus causes tarsal fever?',
        fact: 'cause',
        message: 'The fact says “usually”, the card does not. Say it as surely as the fact does: no more, and no less.',
      },
    ])
  })
})
