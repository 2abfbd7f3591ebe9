import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cardIdOf } from '../derived-id.ts'
import { clozeText } from '../markup/plain.ts'
import { combinings } from './combinations.ts'
import { coverageOf } from './coverage.ts'
import { edited, factsOf, parsed, pmlText, tarsalFeverText, wilsonText } from './fixtures/bases.ts'
import version1 from './fixtures/pml-version-1.json' with { type: 'json' }
import { generateBase } from './generate.ts'
import { lintBase } from './lint.ts'
import { relations } from './relations.ts'

const base = parsed(pmlText)
const deck = generateBase(base)
const cards = deck.notes.flatMap((note) => note.cards)

/** Every card by its id, with what it asks and answers. */
function cardsOf(text: string): ReadonlyMap<string, string> {
  const { notes } = generateBase(parsed(text))
  return new Map(notes.flatMap(({ guid, cards }) => cards.map((card) => [cardIdOf(guid, card.key), `${card.fronts[0]} — ${card.back}`])))
}

const before = cardsOf(pmlText)

describe('the PML deck', () => {
  it('covers all 36 facts', () => {
    const { facts, covered, uncovered } = coverageOf(base, deck)
    expect({ facts, covered: covered.toSorted(), uncovered }).toEqual({
      facts: 36,
      covered: Array.from({ length: 36 }, (_, index) => String(index + 1).padStart(2, '0')),
      uncovered: [],
    })
  })

  it('has 60 to 120 cards, at most 40% of them cloze', () => {
    expect(cards.length).toBeGreaterThanOrEqual(60)
    expect(cards.length).toBeLessThanOrEqual(120)
    expect(cards.filter((card) => card.kind === 'cloze').length / cards.length).toBeLessThanOrEqual(0.4)
  })

  it('has no error of lint', () => {
    expect(lintBase(base, deck).errors).toEqual([])
  })

  it('asks every fact as a question or a list, not by cloze alone', () => {
    const asked = new Set(deck.notes.filter((note) => note.cards.some((card) => card.kind !== 'cloze')).map((note) => note.own))
    expect(base.facts.filter((fact) => !asked.has(fact.id))).toEqual([])
  })

  it('begins with the names, and goes topic by topic', () => {
    expect(deck.notes[0]?.facts).toEqual(['35'])
    const topics = deck.notes.map((note) => base.topics.indexOf(note.topic))
    expect(topics).toEqual(topics.toSorted((a, b) => a - b))
  })

  it('cites the article and the year of its reference for every fact', () => {
    for (const { citation, year } of deck.facts) {
      expect(citation).toContain('“Progressive multifocal leukoencephalopathy (PML)”, SeekhealthZ, undated')
      expect(citation).toContain(
        'Kranick SM, Nath A. Neurologic complications of HIV-1 infection and its treatment in the era of antiretroviral therapy. Continuum 2012;18(6):1319-1337.',
      )
      expect(year).toBe(2012)
    }
  })

  it.each([
    ['05', /more than half/i],
    ['06', /\bno\b/i],
    ['06', /unless/i],
    ['10', /typical/],
    ['10', /not necessarily all in one patient/],
    ['11', /given as/],
    ['11', /above all/],
    ['14', /little to no/i],
    ['15', /little to no/i],
    ['16', /common\b/],
    ['17', /may also/],
    ['18', /typically/],
    ['20', /PCR is negative/],
    ['21', /remains?/],
    ['22', /\bmay\b/],
    ['22', /as high as/i],
    ['22', /HIV/],
    ['23', /\bmay\b/],
    ['23', /due to HIV/],
    ['25', /due to.*AIDS/],
    ['26', /potentially/],
    ['28', /\bmay\b/],
    ['28', /not due to AIDS/],
    ['29', /\bmay\b/],
    ['30', /\bmay\b/],
    ['31', /\bmay\b/],
    ['32', /\bmay\b/],
    ['33', /\bmay\b/],
    ['34', /not clear/],
  ])('keeps hedge and scope of fact %s on every card and in its sentence: %s', (fact, cue) => {
    const own = deck.notes.filter((note) => note.own === fact).flatMap((note) => note.cards)
    const texts = own.flatMap((card) =>
      card.fronts.map((front) => `${clozeText(front, { hidden: false })} ${card.back}`.replace('may lesions of PML also', 'may also')),
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => !cue.test(text))).toEqual([])
    expect(deck.facts.find(({ id }) => id === fact)?.statement).toMatch(cue)
  })
})

describe('a base of another field', () => {
  const wilson = parsed(wilsonText)
  const second = generateBase(wilson)
  const all = second.notes.flatMap((note) => note.cards)

  it('has 25 facts or more, each with a card, a citation and its year', () => {
    const { facts, uncovered } = coverageOf(wilson, second)
    expect(facts).toBeGreaterThanOrEqual(25)
    expect(uncovered).toEqual([])
    for (const { citation, year } of second.facts) {
      expect(citation).toContain('National Institute of Diabetes and Digestive and Kidney Diseases')
      expect(year).toBe(2019)
    }
  })

  it('passes every rule, with at most 40% cloze', () => {
    expect(lintBase(wilson, second).errors).toEqual([])
    expect(all.filter((card) => card.kind === 'cloze').length / all.length).toBeLessThanOrEqual(0.4)
  })

  it('shares most relations with the first', () => {
    const used = (facts: readonly { relation: string }[]) => new Set(facts.map((fact) => fact.relation))
    const shared = [...used(base.facts)].filter((relation) => used(wilson.facts).has(relation))
    expect(shared.length).toBeGreaterThanOrEqual(12)
  })
})

describe('wordings', () => {
  it.each([
    ['PML', deck],
    ['tarsal fever', generateBase(parsed(tarsalFeverText))],
    ['Wilson disease', generateBase(parsed(wilsonText))],
  ])('of %s: each question has two or more, and they differ in their words', (_name, { notes }) => {
    for (const { kind, fronts } of notes.flatMap((note) => note.cards)) {
      expect(fronts.length).toBeGreaterThanOrEqual(kind === 'cloze' ? 1 : 2)
      const words = fronts.map((front) =>
        front
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.toSorted()
          .join(' '),
      )
      expect(new Set(words).size).toBe(fronts.length)
    }
  })
})

describe('explanations', () => {
  it('are the sentences of facts, which are named, and never those that the card itself rests on', () => {
    const statements = new Map(deck.facts.map((fact) => [fact.id, fact.statement]))
    const explained = cards.filter((card) => card.why !== null)
    expect(explained.length).toBeGreaterThan(0)
    for (const { facts, why } of explained) {
      expect(why?.text).toBe(why?.facts.map((id) => statements.get(id)).join(' '))
      expect(why?.facts.filter((id) => facts.includes(id))).toEqual([])
    }
  })

  it.each([
    ['10', 'whole', ['11']],
    ['26', 'treatment', ['27']],
    ['07', 'whole', ['06']],
    ['09', 'against', undefined],
  ])('of fact %s, card %s: %j', (fact, key, facts) => {
    const card = deck.notes.find((note) => note.own === fact)?.cards.find((one) => one.key === key)
    expect(card?.why?.facts).toEqual(facts)
  })
})

describe('what waits', () => {
  const first = (fact: string) => deck.notes.find((note) => note.own === fact)?.guid

  it.each([
    ['mechanism', ['02', '03', '04']],
    ['chain', ['02', '03', '04', '11']],
    ['contrast', ['14', '15', '32']],
  ])('a %s waits for each of its facts', (form, facts) => {
    expect(deck.notes.find((note) => note.form === form)?.waitsFor).toEqual(facts.map(first))
  })

  it('a vignette waits for each fact of its stem and for the one that it asks for', () => {
    const vignettes = deck.notes.filter((note) => note.form === 'vignette')
    expect(vignettes.length).toBeGreaterThanOrEqual(5)
    for (const { facts, waitsFor } of vignettes) expect(waitsFor).toEqual(facts.map(first))
  })

  it('comes after what it waits for, so that no two wait for each other', () => {
    const places = new Map(deck.notes.map((note, place) => [note.guid, place]))
    deck.notes.forEach((note, place) => {
      for (const guid of note.waitsFor) expect(places.get(guid)).toBeLessThan(place)
    })
  })
})

describe('identity', () => {
  it('gives every card an id of its own', () => {
    expect(before.size).toBe(cards.length)
  })

  it('keeps every card of version 1', () => {
    expect(Object.entries(version1).filter(([id]) => !before.has(id))).toEqual([])
  })

  it('survives facts in another order', () => {
    const { head, facts, combinations } = factsOf(pmlText)
    const after = cardsOf(head + facts.toReversed().join('') + combinations)
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
    expect([...after.keys()]).not.toEqual([...before.keys()])
  })

  it('survives a typo that is mended in a noun, on the mended cards too', () => {
    const after = cardsOf(edited(pmlText, 'text: cytosine arabinoside', 'text: cytosine arabinosid'))
    expect([...after.keys()]).toEqual([...before.keys()])
    expect([...after.values()].filter((text) => text.includes('arabinosid') && !text.includes('arabinoside')).length).toBe(2)
  })

  it('survives a source and a hedge that change', () => {
    const after = cardsOf(edited(edited(pmlText, 'year: 2012', 'year: 2013'), 'hedge: potentially', 'hedge: possibly'))
    expect([...after.keys()]).toEqual([...before.keys()])
  })

  it.each(['[hiv, transplant, lymph', '[transplant, hiv, lymph'])('survives a new list item, which adds its own card only: %s', (items) => {
    const grown = edited(pmlText, '  host: {', '  transplant: { text: organ transplant }\n  host: {')
    const after = cardsOf(edited(grown, '[hiv, lymph', items))
    const added = [...after].filter(([id]) => !before.has(id))
    expect(added.map(([, text]) => text)).toEqual([expect.stringContaining('{{c1::organ transplant}}')])
    expect([...before.keys()].filter((id) => !after.has(id))).toEqual([])
  })

  it('is the same for a combination whose facts are named in another order, and another where one is added', () => {
    const ids = (stem: string) => {
      const text = edited(tarsalFeverText, 'stem: [{ fact: at-risk, item: children }, { fact: outcome },', `stem: [${stem},`)
      return generateBase(parsed(text)).notes.flatMap((note) => (note.topic === 'Course' && note.form === 'vignette' ? note.guid : []))
    }
    const was = ids('{ fact: at-risk, item: children }, { fact: outcome }')
    expect(ids('{ fact: outcome }, { fact: at-risk, item: children }')).toEqual(was)
    expect(ids('{ fact: at-risk, item: children }, { fact: outcome }, { fact: site }')).not.toEqual(was)
  })

  it('takes away only the cards of a fact that is withdrawn', () => {
    const { head, facts, combinations } = factsOf(pmlText)
    const after = cardsOf(head + facts.filter((fact) => !fact.includes('id: "34"')).join('') + combinations)
    expect([...before.keys()].filter((id) => !after.has(id)).length).toBe(3)
    expect([...after].every(([id, text]) => before.get(id) === text)).toBe(true)
  })
})

it('makes no card of a fact that says why it has none', () => {
  const silent = parsed(edited(pmlText, '    cause: jc-virus\n', '    cause: jc-virus\n    no_card: Asked by another deck.\n'))
  const quiet = generateBase(silent)
  expect(coverageOf(silent, quiet).uncovered).toEqual([{ id: '02', reason: 'Asked by another deck.' }])
  expect(quiet.notes.some((note) => note.form === 'cause')).toBe(false)
})

describe('docs/fact-bases.md', () => {
  const text = readFileSync(new URL('../../../docs/fact-bases.md', import.meta.url), 'utf8')

  it('holds a base that builds without an error', () => {
    const example = parsed(/```yaml\n(.*?)```/s.exec(text)?.[1] ?? '')
    const built = generateBase(example)
    expect(built.notes.length).toBe(2)
    expect(lintBase(example, built).errors).toEqual([])
  })

  it('shows what a new base starts from', () => {
    const starter = readFileSync(new URL('../../../scripts/starter.yaml', import.meta.url), 'utf8')
    expect(text).toContain(`\`\`\`yaml\n${starter}\`\`\`\n`)
  })

  it('adds a combination to it that builds', () => {
    const [first = '', second = ''] = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml)
    const grown = parsed(`${first}${second}`)
    const built = generateBase(grown)
    expect(built.notes.map((note) => note.form)).toContain('vignette')
    expect(lintBase(grown, built).errors).toEqual([])
  })

  it('describes every relation', () => {
    const rows = [...text.matchAll(/^\| `([a-z-]+)` \| `?.*\|.*\|$/gm)].map(([, name]) => name)
    const all = [...relations.keys(), ...combinings.keys()]
    expect(rows.filter((name) => all.includes(name ?? '')).toSorted()).toEqual(all.toSorted())
  })
})
