import { describe, expect, it } from 'vitest'
import { parsed, tarsalFeverText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'
import { cases, type Card } from './fixtures/lint-cases.ts'
import type { GeneratedBase, GeneratedNote } from './generated.ts'
import { lintBase, rules } from './lint.ts'

const base = parsed(tarsalFeverText)
const deck = generateBase(base)

function noteOf(cards: readonly Card[], guid = '00000000-0000-8000-8000-000000000000'): GeneratedNote {
  const facts = cards[0]?.facts ?? ['cause']
  return {
    guid: guid as GeneratedNote['guid'],
    form: 'test',
    kind: 'question',
    facts,
    own: facts.at(-1) ?? null,
    waitsFor: [],
    topic: 'Origin',
    cards: cards.map(({ front, back, kind }, index) => {
      return {
        key: String(index),
        kind: kind ?? (front.includes('{{c1::') ? 'cloze' : 'question'),
        facts,
        fronts: [front],
        back,
        why: null,
      }
    }),
  }
}

function rulesBroken(notes: readonly GeneratedNote[], over: Partial<GeneratedBase> = {}): string[] {
  return lintBase(base, { ...deck, ...over, notes }).errors.map((error) => error.rule)
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

  it('U1 catches a question that is asked twice, or nearly, but for the items of one list', () => {
    const one: Card = { facts: ['site'], front: 'In which part of the foot are lesions of tarsal fever common?', back: 'The heel' }
    const near: Card = { ...one, front: 'Are lesions of tarsal fever common in which part of the foot?' }
    const other: Card = { facts: ['extent'], front: 'How much flow do lesions of tarsal fever show?', back: 'Little to none' }
    expect(rulesBroken([noteOf([one]), noteOf([near], 'b')])).toContain('U1')
    expect(rulesBroken([noteOf([one]), noteOf([other], 'b')])).not.toContain('U1')
    const list = deck.notes.filter((note) => note.form === 'presentation')
    expect(rulesBroken(list)).toEqual([])
  })

  it('has a bad card for every rule', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(rules.map((rule) => rule.id)))
  })

  it('says where and what in a sentence', () => {
    const note = noteOf([{ front: 'Which virus causes tarsal fever?', back: 'The K virus' }])
    expect(lintBase(base, { ...deck, notes: [note] })).toEqual({
      errors: [{ rule: 'G4', guid: note.guid, key: '0', message: 'The fact says “usually”, the card does not.' }],
      warnings: [],
    })
  })
})
