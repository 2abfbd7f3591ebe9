import { describe, expect, it } from 'vitest'
import { parsed, tarsalFeverText } from './fixtures/bases.ts'
import { generateBase } from './generate.ts'
import type { CardKind, GeneratedBase, GeneratedNote } from './generated.ts'
import { lintBase, rules } from './lint.ts'

const base = parsed(tarsalFeverText)
const deck = generateBase(base)

type Card = { front: string; back: string; facts?: string[]; kind?: CardKind }

function noteOf(cards: readonly Card[], guid = '00000000-0000-8000-8000-000000000000'): GeneratedNote {
  const facts = cards[0]?.facts ?? ['cause']
  return {
    guid: guid as GeneratedNote['guid'],
    form: 'test',
    kind: 'question',
    facts,
    topic: 'Origin',
    cards: cards.map(({ front, back, kind }, index) => {
      return { key: String(index), kind: kind ?? (front.includes('{{c1::') ? 'cloze' : 'question'), facts, fronts: [front], back, why: null }
    }),
  }
}

function rulesBroken(notes: readonly GeneratedNote[], over: Partial<GeneratedBase> = {}): string[] {
  return lintBase(base, { ...deck, ...over, notes }).errors.map((error) => error.rule)
}

const up = ['quantity']
const flow = ['extent']
const signs = ['presentation']

const cases: [rule: string, what: string, bad: Card, good: Card][] = [
  ['G1', 'no fact', { facts: [], front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }, { front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }],
  ['G1', 'an unknown fact', { facts: ['cause', '99'], front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }, { facts: ['action', 'cause'], front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }],
  ['G3', 'another number', { facts: up, front: 'In tarsal fever after splenectomy, what may the duration of fever be?', back: 'Up to 8 days' }, { facts: up, front: 'In tarsal fever after splenectomy, what may the duration of fever be?', back: 'Up to 9 days' }],
  ['G3', 'another unit', { facts: up, front: 'In tarsal fever after splenectomy, what may the duration of fever be?', back: 'Up to 9 weeks' }, { facts: up, front: 'In tarsal fever after splenectomy, the duration of fever may be up to {{c1::9 days}}.', back: '9 days' }],
  ['G3', 'another bound', { facts: up, front: 'In tarsal fever after splenectomy, what may the duration of fever be?', back: 'At least 9 days' }, { facts: up, front: 'What may the duration of fever be in tarsal fever after splenectomy?', back: 'Up to 9 days' }],
  ['G3', 'a bound lost', { facts: up, front: 'In tarsal fever after splenectomy, what may the duration of fever be?', back: '9 days' }, { facts: up, front: 'In tarsal fever after splenectomy, up to what may the duration of fever be?', back: '9 days' }],
  ['G3', 'a name of another fact', { facts: ['ivy'], front: 'From which salve may cases of tarsal fever not due to travel profit?', back: 'Fernroot' }, { facts: ['ivy'], front: 'From which salve may cases of tarsal fever not due to travel profit?', back: 'Ivy salve' }],
  ['G3', 'a name misspelled', { facts: ['given'], front: 'In tarsal fever during splenektomy, which drugs are used during splenectomy?', back: 'Steroids' }, { facts: ['given'], front: 'In tarsal fever during splenectomy, which drugs are used?', back: 'Steroids' }],
  ['G4', 'a hedge lost', { front: 'Which virus causes tarsal fever?', back: 'The K virus' }, { front: 'Which virus is the usual cause of tarsal fever?', back: 'The K virus' }],
  ['G4', 'may made does', { facts: ['risk'], front: 'Exposures that predispose to tarsal fever: {{c1::travel}}, splenectomy, …', back: 'travel' }, { facts: ['risk'], front: 'Exposures that may predispose to tarsal fever: {{c1::travel}}, splenectomy, …', back: 'travel' }],
  ['G4', 'a negation lost', { facts: ['benefit'], front: 'What is known of the benefit of steroids in tarsal fever?', back: 'It is clear.' }, { facts: ['benefit'], front: 'What is known of the benefit of steroids in tarsal fever?', back: 'It is not clear.' }],
  ['G4', 'a negation added', { facts: ['finding'], front: 'Which appearance does ultrasound not show in tarsal fever?', back: 'A halo sign' }, { facts: ['finding'], front: 'Which appearance does ultrasound show in tarsal fever?', back: 'A halo sign' }],
  ['G5', 'the scope lost', { facts: ['prognosis'], front: 'What is the prognosis of tarsal fever?', back: 'It stays good.' }, { facts: ['prognosis'], front: 'What is the prognosis of tarsal fever in children?', back: 'It stays good.' }],
  ['G5', 'the condition lost', { facts: ['diagnosis'], front: 'From which two investigations is the diagnosis of tarsal fever made?', back: 'Imaging together with a swab' }, { facts: ['diagnosis'], front: 'When is the diagnosis of tarsal fever made from imaging together with a swab?', back: 'If the season is summer' }],
  ['A1', 'two questions', { facts: flow, front: 'What do lesions of tarsal fever show? How much flow?', back: 'Little to no' }, { facts: flow, front: 'How much flow do lesions of tarsal fever show?', back: 'Little to none' }],
  ['A1', 'two questions joined', { front: 'Which virus usually causes tarsal fever and how does it spread?', back: 'The K virus' }, { front: 'The K virus usually causes tarsal fever. Which virus is it?', back: 'K-1' }],
  ['A1', 'no question', { front: 'The usual virus of tarsal fever', back: 'The K virus' }, { front: 'The usual virus of tarsal fever is the {{c1::K virus}}.', back: 'K virus' }],
  ['A1', 'two things told', { front: 'Which virus usually causes tarsal fever?', back: 'The K virus; it invades cells' }, { facts: signs, kind: 'list', front: 'Which signs are typical of tarsal fever (not all in one patient)?', back: '- A limp\n- A night rash' }],
  ['A2', 'a long answer', { front: 'What usually causes tarsal fever?', back: 'The K virus that lives in sandals and shoes and boots and slippers and socks of feet everywhere' }, { front: 'What usually causes tarsal fever?', back: 'The K virus that lives in sandals and shoes' }],
  ['A2', 'a long gap', { front: 'Tarsal fever is usually caused by {{c1::one of the many tiny K viruses}}.', back: 'one of the many tiny K viruses' }, { front: 'Tarsal fever is usually caused by {{c1::one of the tiny viruses}}.', back: 'one of the tiny viruses' }],
  ['B1', 'yes or no', { front: 'Is tarsal fever usually caused by a virus?', back: 'By the K virus' }, { front: 'By which virus is tarsal fever usually caused?', back: 'The K virus' }],
  ['B1', 'yes or no behind a condition', { facts: ['diagnosis'], front: 'If the season is summer, is tarsal fever found by imaging?', back: 'Together with a swab' }, { facts: ['diagnosis'], front: 'If the season is summer, what finds tarsal fever together with imaging?', back: 'A swab' }],
  ['B1', 'a mere yes', { front: 'What of the K virus, the usual cause of tarsal fever?', back: 'True' }, { front: 'What is the usual cause of tarsal fever?', back: 'The K virus' }],
  ['B1', 'one of two', { front: 'What usually causes tarsal fever, the K virus or travel?', back: 'The K virus' }, { facts: ['risk'], front: 'What may, besides splenectomy or herbal remedies, predispose to tarsal fever?', back: 'Travel' }],
  ['L1', 'the answer within the question', { front: 'Which usual cause does K fever, or tarsal fever, have?', back: 'K' }, { front: 'Which usual cause does tarsal fever have?', back: 'K' }],
  ['L1', 'the answer named after', { front: 'The K virus usually causes which K-virus illness, like tarsal fever?', back: 'K-virus illness' }, { facts: ['term'], front: 'In tarsal fever, what does CTF stand for?', back: 'Chronic tarsal fever' }],
  ['L1', 'an acronym spelled out', { facts: ['term'], front: 'Which form of tarsal fever is CTF?', back: 'The chronic tarsal fever' }, { facts: ['term'], front: 'Which form of tarsal fever lasts?', back: 'The chronic one' }],
  ['L2', 'the gap told elsewhere', { facts: ['site'], front: 'Lesions of tarsal fever, a heel disease, are common in the {{c1::heel}}.', back: 'heel' }, { facts: ['site'], front: 'Lesions of tarsal fever are common in the {{c1::heel}}.', back: 'heel' }],
  ['L2', 'an article before the gap', { facts: ['finding'], front: 'In tarsal fever, ultrasound shows a {{c1::halo sign}}.', back: 'halo sign' }, { facts: ['finding'], front: 'In tarsal fever, ultrasound shows {{c1::a halo sign}}.', back: 'a halo sign' }],
  ['S1', 'no disease', { facts: ['site'], front: 'In which part of the foot are lesions common?', back: 'The heel' }, { facts: ['site'], front: 'In which part of the foot are lesions of tarsal fever common?', back: 'The heel' }],
  ['S1', 'a disease by one feature', { facts: ['site'], front: 'In which disease is the heel common?', back: 'Tarsal fever' }, { facts: ['site'], front: 'In which disease are lesions common in the heel?', back: 'Tarsal fever' }],
  ['T1', 'markup left', { front: 'Which virus usually causes \\*tarsal fever?', back: 'The K virus' }, { front: 'Which virus *usually* causes tarsal fever?', back: 'The K virus' }],
  ['T1', 'an open bracket', { front: 'Which virus (usually causes tarsal fever?', back: 'The K virus' }, { front: 'Which virus (usually) causes tarsal fever?', back: 'The K virus' }],
  ['T1', 'etc.', { facts: signs, kind: 'list', front: 'Which signs are typical of tarsal fever (not all in one patient)?', back: '- A limp\n- A night rash etc.' }, { facts: signs, kind: 'list', front: 'Which signs are typical of tarsal fever (not all in one patient)?', back: '- A limp\n- A hoarse voice' }],
  ['T1', 'a doubled word', { front: 'Which virus usually causes the the tarsal fever?', back: 'The K virus' }, { front: 'Which virus usually causes tarsal fever?', back: 'The K virus' }],
  ['T1', 'an empty side', { front: 'Which virus usually causes tarsal fever?', back: ' ' }, { front: 'Which virus usually causes tarsal fever?', back: 'K' }],
]

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
    const other: Card = { facts: flow, front: 'How much flow do lesions of tarsal fever show?', back: 'Little to none' }
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
