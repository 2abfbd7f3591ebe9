// Facts and their base as the rules see them: what they say, in which words, and who does what in them.

import type { Fact, FactBase } from '../fact-base.ts'
import type { GeneratedBase, GeneratedFact } from '../generated.ts'
import { bare, introduction, type Noun } from '../noun.ts'
import type { Scope } from '../relation.ts'
import { textsIn } from '../texts.ts'
import { resolved, sentencesOf } from './claim.ts'
import { nameForms } from './clause.ts'
import { rolesIn, type Grammar, type Role } from './roles.ts'
import { verbsOf } from './verbs.ts'
import { names, wordsOf } from './words.ts'

export type LintFact = GeneratedFact & {
  relation: string
  /** The disease that it is about. */
  about: string
  /** Its name, and its name in full. */
  aboutForms: readonly string[]
  hedge: string | undefined
  scope: Scope | undefined
  explainedBy: readonly string[]
  /** Its sentence, and what introduces its nouns. */
  told: string
  texts: readonly string[]
  /** What its relation names. */
  nouns: readonly Noun[]
  /** The disease, and the noun of its scope. */
  within: readonly Noun[]
  /** Its lists, each of nouns. */
  lists: readonly (readonly Noun[])[]
  roles: readonly Role[]
  /** The parts of its nouns where a case tells of them. */
  inCases: readonly Role[]
}

export type LintBase = {
  /** Names of the disease, and of the diseases that facts are about. */
  diseases: readonly string[]
  nouns: readonly Noun[]
  /** Words that only say of what kind an answer is. */
  kindWords: ReadonlySet<string>
  /** Kinds of answers, the longest first. */
  kinds: readonly string[]
  /** Acronyms that the deck has defined. */
  glossary: ReadonlySet<string>
  statements: readonly string[]
  grammar: Grammar
}

export function lintFact(generated: GeneratedFact, base: FactBase, { grammar }: LintBase): LintFact {
  const fact = base.facts.find(({ id }) => id === generated.id)
  const { about = base.subject, relation = '', hedge, scope, texts = [], fields, explainedBy = [] } = fact ?? {}
  const glosses = [...base.lexicon.nouns.values()].filter((noun) => noun.gloss?.fact === generated.id).map(introduction)
  const nouns = nounsIn(fields)
  const told = resolved([generated.statement, ...glosses], [...base.lexicon.nouns.values()])
  return {
    ...generated,
    relation,
    about: bare(about),
    aboutForms: [bare(about), about.text.replace(/\s*\([^)]*\)/g, '')],
    hedge,
    scope,
    explainedBy,
    told: told.join(' '),
    texts,
    nouns,
    within: [about, ...nounsIn(scope)],
    lists: listsIn(fields),
    roles: rolesIn(told.flatMap(sentencesOf), grammar),
    inCases: rolesIn(nouns.flatMap(patientsOf), grammar),
  }
}

export function lintBaseOf(base: FactBase, { facts: told }: GeneratedBase): LintBase {
  const { facts, lexicon, subject, glossary } = base
  const nouns = [...lexicon.nouns.values()]
  const diseases = [subject, ...facts.map((fact) => fact.about)].flatMap((noun) => [noun.text, bare(noun)])
  const hints = nouns.flatMap(({ kind, hint }) => textsIn([kind, hint]))
  const kinds = nouns.flatMap(({ kind }) => kind ?? [])
  return {
    diseases: [...new Set(diseases)],
    nouns,
    kindWords: new Set([...hints, ...facts.flatMap((fact) => fact.categories)].flatMap(wordsOf)),
    kinds: [...new Set(kinds)].toSorted((a, b) => b.length - a.length),
    glossary: new Set([...glossary.keys(), ...facts.flatMap(defined), ...nouns.flatMap(abbreviated)]),
    statements: told.map((fact) => fact.statement),
    grammar: { names: nameForms(nouns), verbs: verbsOf(lexicon.verbs) },
  }
}

/** Names that a fact of names explains. */
function defined({ relation, fields }: Fact): readonly string[] {
  return relation === 'term' ? nounsIn(fields).flatMap((noun) => bare(noun).split('-')) : []
}

/** "Antiretroviral therapy (ART)" says what its acronym means. */
function abbreviated({ text }: Noun): readonly string[] {
  return [...text.matchAll(/\((\p{Lu}{2,})\)/gu)].flatMap(([, acronym]) => acronym ?? [])
}

/** The noun as a case tells of it: "a child", "a patient taking fernroot". */
function patientsOf({ one, patient, ...noun }: Noun): readonly string[] {
  return [...(one === undefined ? [] : [`${one}.`]), ...(patient === undefined ? [] : [`A patient ${patient} ${bare(noun)}.`])]
}

function isNoun(value: object): value is Noun {
  return 'id' in value && 'text' in value && 'count' in value
}

/** Every noun within what a relation read, however deep. */
function nounsIn(value: unknown): readonly Noun[] {
  if (typeof value !== 'object' || value === null) return []
  return isNoun(value) ? [value] : Object.values(value).flatMap(nounsIn)
}

function listsIn(value: unknown): readonly (readonly Noun[])[] {
  if (typeof value !== 'object' || value === null || isNoun(value)) return []
  if (!Array.isArray(value)) return Object.values(value).flatMap(listsIn)
  const nouns = value.filter((item) => typeof item === 'object' && item !== null && isNoun(item))
  return nouns.length === value.length && nouns.length > 1 ? [nouns] : []
}

/** Nouns that a text names, without those that are only a part of a longer name in it. */
export function namedIn(text: string, nouns: readonly Noun[]): readonly Noun[] {
  const found = nouns.filter((noun) => names(text, bare(noun)))
  const isPart = (noun: Noun, of: Noun) => names(bare(of), bare(noun)) && !names(bare(noun), bare(of))
  return found.filter((noun) => !found.some((other) => isPart(noun, other)))
}
