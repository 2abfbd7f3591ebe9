// Reads a fact base. A base with one error is refused whole, and every error names its line.

import { LineCounter, parseDocument, visit } from 'yaml'
import { baseSchema, commonFields, factSchema, type RawBase, type RawFact } from './base-schema.ts'
import type { Fact, FactBase } from './fact-base.ts'
import { Lines, type BaseError } from './lines.ts'
import type { Noun } from './noun.ts'
import { refsInto, type Lexicon, type Refs } from './refs.ts'
import { scopePhrase, type Common, type Scope } from './relation.ts'
import { explained, readCombinations } from './parse-combinations.ts'
import { relations } from './relations.ts'
import { citationOf, yearOf } from './source.ts'
import { textsIn, textsUnder } from './texts.ts'

export type Parsed = { ok: true; base: FactBase } | { ok: false; errors: readonly BaseError[] }

/** `text` is YAML as docs/fact-bases.md describes it; `file` names it in errors. */
export function parseFactBase(text: string, file: string): Parsed {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lines = new Lines(file, document, counter)
  for (const error of document.errors) lines.at(error.pos[0], `${error.message.replace(/\.$/, '')}.`)
  visit(document, { Alias: (_key, alias) => lines.at(alias.range?.[0] ?? 0, 'Write the value out: a fact base has no aliases.') })
  const base = lines.errors.length === 0 ? readBase(document.toJS(), lines) : null
  if (base !== null && lines.errors.length === 0) return { ok: true, base }
  return { ok: false, errors: lines.errors.toSorted((a, b) => a.line - b.line) }
}

function readBase(data: unknown, lines: Lines): FactBase | null {
  const head = baseSchema.safeParse(data)
  if (!head.success) {
    lines.addIssues(head.error)
    return null
  }
  const raw = head.data
  const facts = raw.facts.map((fact, index) => readCommon(fact, index, lines))
  const lexicon = lexiconOf(raw, facts)
  checkNames(raw, facts, lexicon, lines)
  const subject = lexicon.nouns.get(raw.subject)
  if (subject === undefined || lines.errors.length > 0) return null
  const refs = refsInto(lexicon)
  const read = facts.map((fact, index) => fact && readFact(raw, fact, index, { subject, lexicon, refs, lines }))
  const whole = explained(read.filter((fact) => fact !== null))
  const combinations = lines.errors.length > 0 ? [] : readCombinations(raw, whole, refs, lines)
  const { id, title, version, topics, sources, glossary } = raw
  const citation = Object.values(sources)
    .map((source) => citationOf(source))
    .join(' ')
  return {
    id,
    title,
    version,
    citation,
    subject,
    topics,
    lexicon,
    glossary: new Map(Object.entries(glossary)),
    facts: whole,
    combinations,
  }
}

function readCommon(raw: unknown, index: number, lines: Lines): RawFact | null {
  const parsed = factSchema.safeParse(pick(raw, (field) => commonFields.has(field)))
  if (parsed.success) return parsed.data
  lines.addIssues(parsed.error, ['facts', index])
  return null
}

function lexiconOf({ nouns, verbs }: RawBase, facts: readonly (RawFact | null)[]): Lexicon {
  return {
    nouns: new Map(
      Object.entries(nouns).map(([id, { plural, ...noun }]) => [id, { ...noun, id, count: plural ? 'many' : 'one' } satisfies Noun]),
    ),
    verbs: new Map(Object.entries(verbs)),
    factIds: new Set(facts.flatMap((fact) => (fact === null ? [] : [fact.id]))),
  }
}

/** What names something else must name something that is there, and no two facts share an id. */
function checkNames(raw: RawBase, facts: readonly (RawFact | null)[], lexicon: Lexicon, lines: Lines): void {
  const known = (path: PropertyKey[], name: string | undefined, names: { has: (name: string) => boolean }, what: string) => {
    if (name !== undefined && !names.has(name)) lines.add(path, `There is no ${what} “${name}” in this base.`)
  }
  known(['subject'], raw.subject, lexicon.nouns, 'noun')
  for (const [id, noun] of Object.entries(raw.nouns)) known(['nouns', id, 'gloss', 'fact'], noun.gloss?.fact, lexicon.factIds, 'fact')
  const topics = new Set(raw.topics)
  const sources = new Set(Object.keys(raw.sources))
  const seen = new Set<string>()
  facts.forEach((fact, index) => {
    if (fact === null) return
    const at = (...path: PropertyKey[]) => ['facts', index, ...path]
    if (seen.has(fact.id)) lines.add(at('id'), `The id “${fact.id}” belongs to an earlier fact.`)
    seen.add(fact.id)
    known(at('relation'), fact.relation, relations, 'relation')
    known(at('topic'), fact.topic, topics, 'topic')
    known(at('about'), fact.about, lexicon.nouns, 'noun')
    known(at('source'), fact.source, sources, 'source')
    fact.explained_by.forEach((other, place) => known(at('explained_by', place), other, lexicon.factIds, 'fact'))
    if (fact.explained_by.includes(fact.id)) lines.add(at('explained_by'), 'A fact does not explain itself.')
    if (fact.source === undefined && sources.size > 1) lines.add(at(), 'This base has several sources: say which is this fact’s “source”.')
    const { if: _clause, ...nouns } = fact.scope ?? {}
    for (const [kind, noun] of Object.entries(nouns)) known(at('scope', kind), noun, lexicon.nouns, 'noun')
  })
}

type Context = { subject: Noun; lexicon: Lexicon; refs: Refs; lines: Lines }

function readFact(raw: RawBase, fact: RawFact, index: number, { subject, lexicon, refs, lines }: Context): Fact | null {
  const { id, topic, hedge, section } = fact
  const about = fact.about === undefined ? subject : (lexicon.nouns.get(fact.about) ?? subject)
  const common: Common = { id, topic, about, hedge, scope: scopeOf(fact.scope, lexicon) }
  const fields = pick(raw.facts[index], (field) => !commonFields.has(field))
  const read = relations.get(fact.relation)?.read(fields, common, refs)
  const source = fact.source === undefined ? Object.values(raw.sources)[0] : raw.sources[fact.source]
  if (read === undefined || source === undefined) return null
  if (!read.ok) {
    lines.addIssues(read.error, ['facts', index])
    return null
  }
  return {
    ...common,
    relation: fact.relation,
    line: lines.lineOf(['facts', index]),
    fields: read.fields,
    citation: citationOf(source, section),
    year: yearOf(source),
    texts: [...textsIn(read.fields), ...textsIn(about), hedge ?? '', scopePhrase(common.scope), ...textsIn(common.scope)],
    categories: textsUnder(read.fields, 'category'),
    noCard: fact.no_card,
    explainedBy: fact.explained_by,
    write: read.write,
  }
}

function scopeOf(scope: RawFact['scope'], { nouns }: Lexicon): Scope | undefined {
  if (scope === undefined) return undefined
  if (scope.if !== undefined) return { kind: 'if', clause: scope.if }
  for (const kind of ['due_to', 'not_due_to', 'in', 'after', 'during'] as const) {
    const noun = nouns.get(scope[kind] ?? '')
    if (noun !== undefined) return { kind, noun }
  }
  return undefined
}

function pick(value: unknown, wanted: (field: string) => boolean): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([field]) => wanted(field)))
}
