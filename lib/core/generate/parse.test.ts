import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, tarsalFeverText } from './fixtures/bases.ts'
import { parseFactBase } from './parse.ts'

/** Errors as "line: message", for a base in which one piece was replaced. */
function errorsOf(from: string, to: string): string[] {
  const result = parseFactBase(edited(tarsalFeverText, from, to), 'decks/tarsal-fever/facts.yaml')
  return result.ok ? [] : result.errors.map(({ line, message }) => `${line}: ${message}`)
}

function lineOf(piece: string): number {
  return tarsalFeverText.slice(0, tarsalFeverText.indexOf(piece)).split('\n').length
}

describe('parseFactBase', () => {
  it('reads a sound base', () => {
    expect(parseFactBase(tarsalFeverText, 'facts.yaml')).toMatchObject({ ok: true, base: { id: 'tarsal-fever', version: 3 } })
  })

  it.each([
    ['a format of another time', 'format: 1', 'format: 2', 'This app reads fact bases of “format: 1”.'],
    ['a version that is no number', 'version: 3', 'version: three', '“version” should be a number.'],
    ['an unknown field of the base', 'title: Tarsal fever\n', 'title: Tarsal fever\ncolor: red\n', '“color” is not a field here.', 1],
    ['a subject that is no noun', 'subject: tarsal-fever', 'subject: tarsal', 'There is no noun “tarsal” in this base.'],
    [
      'a source without any year',
      '"2019", year: 2019',
      '"2019"',
      'A source needs a “year”, its own or that of its “reference”: a learner must see how old a claim is.',
    ],
    ['an unknown field of a noun', '{ text: CTF }', '{ text: CTF, colour: red }', '“colour” is not a field here.'],
    ['a noun without its text', '{ text: CTF }', '{ kind: name }', '“text” is missing.'],
    ['a gap that is not in its text', 'gap: voice', 'gap: throat', 'The “gap” must be a part of “text” that stands in it exactly once.'],
    ['a gloss that rests on no fact', 'fact: foremost }', 'fact: nowhere }', 'There is no fact “nowhere” in this base.'],
    ['a gap in a phrase', '{ text: flow }', '{ text: "{{c1::flow}}" }', 'A phrase holds no “{{”, “}}” or “<”.'],
    ['HTML in a phrase', '{ text: flow }', '{ text: <b>flow }', 'A phrase holds no “{{”, “}}” or “<”.'],
    ['blanks around a phrase', '{ text: flow }', '{ text: " flow" }', 'Expected a phrase on one line, without blanks around it.'],
    ['an unknown relation', 'relation: cause,', 'relation: reason,', 'There is no relation “reason” in this base.'],
    ['an unknown topic', 'relation: cause, topic: Origin', 'relation: cause, topic: Origins', 'There is no topic “Origins” in this base.'],
    [
      'an unknown source',
      'topic: Origin, source: review, hedge: usually',
      'topic: Origin, source: atlas, hedge: usually',
      'There is no source “atlas” in this base.',
    ],
    [
      'no source where there are several',
      'topic: Origin, source: review, hedge: usually',
      'topic: Origin, hedge: usually',
      'This base has several sources: say which is this fact’s “source”.',
    ],
    ['a dangling noun', 'cause: k-virus }', 'cause: l-virus }', 'There is no noun “l-virus” in this base.'],
    [
      'a dangling noun in a list',
      '[travel, splenectomy, remedies]',
      '[travel, surgery, remedies]',
      'There is no noun “surgery” in this base.',
    ],
    ['a dangling noun in one or more', 'finding: [halo, swelling]', 'finding: [halo, bruise]', 'There is no noun “bruise” in this base.'],
    ['a dangling noun of a scope', 'scope: { in: children }', 'scope: { in: infants }', 'There is no noun “infants” in this base.'],
    ['a dangling verb', 'verb: show, amount', 'verb: display, amount', 'There is no verb “display” in this base.'],
    ['a dangling fact', 'explains: presentation', 'explains: signs', 'There is no fact “signs” in this base.'],
    ['a scope with two fields', 'scope: { in: children }', 'scope: { in: children, during: travel }', 'A scope has exactly one field.'],
    ['an unknown field of a fact', 'cause: k-virus }', 'cause: k-virus, colour: red }', '“colour” is not a field here.'],
    ['a field that is missing', 'hedge: usually, cause: k-virus }', 'hedge: usually }', '“cause” is missing.'],
    ['an item that stands twice', '[travel, splenectomy, remedies]', '[travel, travel, remedies]', 'An item stands twice in this list.'],
    ['a list of one', '[travel, splenectomy, remedies]', '[travel]', '“items” holds too little: at least 2.'],
    ['a group where a name should be', 'finding: halo }', 'finding: { a: b } }', 'Expected the name of a noun, or a list of two or more.'],
    [
      'a fact that is none',
      '  - { id: cause, relation: cause,',
      '  - hello\n  - { id: cause, relation: cause,',
      'This entry should be a group of fields.',
    ],
    ['a choice that is none', 'joint: or, items', 'joint: nor, items', '“joint” should be one of: and, or.'],
    ['an id that was taken', '{ id: cause,', '{ id: group,', 'The id “group” belongs to an earlier fact.'],
    ['an id without quotes', '{ id: cause,', '{ id: 02,', 'Write the id of a fact in quotes: "01".'],
    [
      'a term with two meanings',
      'stands_for: chronic tarsal fever',
      'stands_for: chronic tarsal fever, means: a fever',
      'A term has either “stands_for” or “means”.',
    ],
    [
      'a verb that lacks the noun of its act',
      'past: invaded, noun: invasion',
      'past: invaded',
      'This verb needs a “noun” that names the act.',
      'of: { agent',
    ],
    ['an explanation by no fact', 'explained_by: [consequence]', 'explained_by: [outcomes]', 'There is no fact “outcomes” in this base.'],
    ['a fact that explains itself', 'explained_by: [consequence]', 'explained_by: [action]', 'A fact does not explain itself.'],
    ['an unknown combination', 'relation: chain, topic', 'relation: braid, topic', 'Facts are not combined by “braid”.'],
    [
      'a combination of an unknown topic',
      'relation: chain, topic: Signs',
      'relation: chain, topic: Sign',
      'There is no topic “Sign” in this base.',
    ],
    ['a combination without a topic', 'relation: chain, topic: Signs,', 'relation: chain,', '“topic” is missing.'],
    ['an unknown field of a combination', 'relation: chain, topic', 'relation: chain, speed: 3, topic', '“speed” is not a field here.'],
    ['a combined fact that is none', 'facts: [cause, action,', 'facts: [cause, actions,', 'There is no fact “actions” in this base.'],
    [
      'a chain of three',
      'facts: [cause, action, consequence, why]',
      'facts: [cause, action, why]',
      '“facts” holds too little: at least 4.',
    ],
    [
      'a step that is none',
      'facts: [cause, action, consequence, why]',
      'facts: [cause, action, extent, why]',
      'Fact “extent” is no step of a chain.',
    ],
    [
      'a contrast of which one side is missing',
      'features: [halo]',
      'features: [flow]',
      '“flow” needs two of these facts, each of another disease or case.',
    ],
    [
      'an element that is seen in no patient',
      '{ fact: finding }, { fact: sites',
      '{ fact: benefit }, { fact: sites',
      'Fact “benefit” by itself is nothing that is seen in one patient.',
    ],
    [
      'an item that its fact does not have',
      '{ fact: risk, item: splenectomy }',
      '{ fact: risk, item: limp }',
      '“limp” of fact “risk” is nothing that is seen in one patient.',
    ],
    [
      'a vignette that asks for two things',
      'asks: { disease: tarsal-fever }',
      'asks: { disease: tarsal-fever, fact: washing }',
      'A vignette asks for a “disease” or for a “fact”.',
    ],
    [
      'a vignette without a sign',
      '{ fact: outcome }, { fact: flare, item: swelling }',
      '{ fact: flare, item: swelling }',
      'A vignette needs a sign that the patient presents with.',
    ],
    [
      'a vignette that stands twice',
      'combinations:\n',
      'combinations:\n  - { relation: chain, topic: Care, facts: [cause, action, consequence, why] }\n',
      'These facts are combined in this way already.',
      2,
    ],
    ['an alias', '{ text: flow }', '*flow', 'Write the value out: a fact base has no aliases.'],
    [
      'YAML that is none',
      '{ text: flow }',
      '{ text: flow',
      'Flow map in block collection must be sufficiently indented and end with a }.',
      1,
    ],
    ['a key that stands twice', '  flow: {', '  itch: {', 'Map keys must be unique.', 'itch: { text: itch'],
  ] satisfies [string, string, string, string, (number | string)?][])(
    'refuses %s, and names the line',
    (_name, from, to, message, where = 0) => {
      const line = typeof where === 'string' ? lineOf(where) : lineOf(from) + where
      expect(errorsOf(from, to)).toContain(`${line}: ${message}`)
    },
  )

  it.each(['', 'text', '[]', '- 1'])('refuses what is no base at all: %j', (text) => {
    expect(parseFactBase(text, 'facts.yaml')).toEqual({
      ok: false,
      errors: [{ file: 'facts.yaml', line: 1, message: 'A fact base should be a group of fields.' }],
    })
  })

  it('names the file', () => {
    const result = parseFactBase('format: 1', 'decks/x/facts.yaml')
    expect(result.ok ? [] : result.errors.map(({ file }) => file)).toContain('decks/x/facts.yaml')
  })

  it('tells all errors of a base, from top to bottom', () => {
    const twice = edited(edited(tarsalFeverText, 'cause: k-virus }', 'cause: l-virus }'), 'finding: halo }', 'finding: hello }')
    const result = parseFactBase(twice, 'facts.yaml')
    expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual([
      'There is no noun “l-virus” in this base.',
      'There is no noun “hello” in this base.',
    ])
  })

  it('answers any text with a base or with errors, never with an exception', () => {
    fc.assert(
      fc.property(fc.nat(tarsalFeverText.length), fc.nat(40), fc.string({ maxLength: 8 }), (start, length, put) => {
        const text = tarsalFeverText.slice(0, start) + put + tarsalFeverText.slice(start + length)
        const result = parseFactBase(text, 'facts.yaml')
        expect(result.ok || result.errors.length > 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
