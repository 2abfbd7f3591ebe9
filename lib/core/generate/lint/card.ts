// What a rule sees of a card: its texts as a person reads them, and the facts that it must be true to.

import { gapsOf } from '../../markup/cloze.ts'
import { clozeText, plainText } from '../../markup/plain.ts'
import type { Fact, FactBase } from '../fact-base.ts'
import type { CardKind, GeneratedBase, GeneratedCard, GeneratedFact, GeneratedNote } from '../generated.ts'
import { bare, introduction, type Noun } from '../noun.ts'
import type { Scope } from '../relation.ts'
import { textsIn } from '../texts.ts'
import { claimOf, resolved, sentencesOf } from './claim.ts'
import { rowsOf, sidesOf, type Side } from './contrast.ts'
import { nameForms } from './clause.ts'
import { rolesIn, type Grammar, type Role } from './roles.ts'
import { verbsOf } from './verbs.ts'
import { wordsOf } from './words.ts'

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
  nouns: readonly Noun[]
  /** Its lists, each of nouns. */
  lists: readonly (readonly Noun[])[]
  roles: readonly Role[]
  /** The parts of its nouns where a case tells of them. */
  inCases: readonly Role[]
}

export type LintCard = {
  guid: string
  key: string
  kind: CardKind
  topic: string
  /** The relation that wrote it, or the way in which it combines facts. */
  form: string
  /** Ids that the card names, whether or not the base has them. */
  factIds: readonly string[]
  /** The fact that the note asks for, whose hedge and scope the card must keep. */
  own: LintFact | undefined
  /** All facts that the card rests on. */
  facts: readonly LintFact[]
  /** Everything that its facts say. */
  truth: string
  /** What fills the gaps of the front, and the hints in their place. */
  gaps: readonly { answer: string; hint: string | null }[]
  /** Plain text; a gap reads `[hint]`. */
  front: string
  back: string
  /** Front with its gap filled, and back: all that the card says. */
  said: string
  /** The card as statements: the front with its gap filled, or with the answer in the place of what it asks for. */
  claim: readonly string[]
  /** Names of the claim in their parts, and clause by clause. */
  roles: readonly Role[]
  clauses: readonly (readonly Role[])[]
  /** Items of a list, each alone; else the back. */
  answers: readonly string[]
  /** What the answer says of each of the things that it contrasts. */
  sides: readonly Side[]
  /** Whether it puts several facts together. */
  combines: boolean
  /** Sentences of its explanation. */
  explained: readonly string[]
  base: LintBase
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

export type Deck = {
  facts: ReadonlyMap<string, LintFact>
  base: LintBase
  cards: readonly LintCard[]
  notes: readonly GeneratedNote[]
}

/** A deck beside its base: every wording of every card. */
export function deckToLint(base: FactBase, generated: GeneratedBase): Deck {
  const lintBase = lintBaseOf(base, generated)
  const facts = new Map(generated.facts.map((fact) => [fact.id, lintFact(fact, base, lintBase)]))
  const cards = generated.notes.flatMap((note) =>
    note.cards.flatMap((card) => card.fronts.map((front) => lintCard(note, { ...card, front }, facts, lintBase))),
  )
  return { facts, base: lintBase, cards, notes: generated.notes }
}

/** One wording of a card as the rules see it. */
export function lintCard(
  note: GeneratedNote,
  card: Omit<GeneratedCard, 'fronts'> & { front: string },
  facts: ReadonlyMap<string, LintFact>,
  base: LintBase,
): LintCard {
  const back = plainText(card.back)
  const filled = clozeText(card.front, { hidden: false })
  const known = card.facts.flatMap((id) => facts.get(id) ?? [])
  const claim = card.kind === 'cloze' ? sentencesOf(filled) : resolved(claimOf(filled, card.kind === 'list' ? '' : back), base.nouns)
  return {
    guid: note.guid,
    key: card.key,
    kind: card.kind,
    topic: note.topic,
    form: note.form,
    factIds: card.facts,
    own: facts.get(note.own ?? ''),
    facts: known,
    truth: known.flatMap((fact) => [fact.told, ...fact.texts]).join(' | '),
    gaps: gapsOf(card.front).map(({ answer, hint }) => ({ answer: plainText(answer), hint })),
    front: card.kind === 'cloze' ? clozeText(card.front, { hidden: true }) : filled,
    back,
    said: `${filled} ${back}`,
    claim,
    roles: rolesIn(claim, base.grammar),
    clauses: claim.flatMap((sentence) => sentence.split(/,(?: and)? /)).map((clause) => rolesIn([clause], base.grammar)),
    answers: card.kind === 'list' ? rowsOf(back) : [back],
    sides: card.kind === 'list' ? sidesOf(back) : [],
    combines: note.facts.length > 1,
    explained: card.why === null ? [] : sentencesOf(card.why.text),
    base,
  }
}

function lintFact(generated: GeneratedFact, base: FactBase, { grammar }: LintBase): LintFact {
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
    nouns: [...nouns, about, ...nounsIn(scope)],
    lists: listsIn(fields),
    roles: rolesIn(told.flatMap(sentencesOf), grammar),
    inCases: rolesIn(nouns.flatMap(patientsOf), grammar),
  }
}

function lintBaseOf(base: FactBase, { facts: told }: GeneratedBase): LintBase {
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
export function nounsIn(value: unknown): readonly Noun[] {
  if (typeof value !== 'object' || value === null) return []
  return isNoun(value) ? [value] : Object.values(value).flatMap(nounsIn)
}

function listsIn(value: unknown): readonly (readonly Noun[])[] {
  if (typeof value !== 'object' || value === null || isNoun(value)) return []
  if (!Array.isArray(value)) return Object.values(value).flatMap(listsIn)
  const nouns = value.filter((item) => typeof item === 'object' && item !== null && isNoun(item))
  return nouns.length === value.length && nouns.length > 1 ? [nouns] : []
}
