// What a rule sees of a card: its texts as a person reads them, and the facts that it must be true to.

import { gapAnswers } from '../../markup/cloze.ts'
import { clozeText, plainText } from '../../markup/plain.ts'
import type { FactBase } from '../fact-base.ts'
import type { GeneratedBase, GeneratedCard, GeneratedFact, GeneratedNote } from '../generated.ts'
import { bare, type Noun } from '../noun.ts'
import type { Scope } from '../relation.ts'
import { textsIn } from '../texts.ts'
import { wordsOf } from './words.ts'

export type LintFact = GeneratedFact & {
  /** Name of the disease that it is about. */
  about: string
  hedge: string | undefined
  scope: Scope | undefined
  texts: readonly string[]
}

export type LintCard = {
  guid: string
  key: string
  kind: GeneratedCard['kind']
  /** Ids that the card names, whether or not the base has them. */
  factIds: readonly string[]
  /** The fact that the note asks for, whose hedge and scope the card must keep. */
  own: LintFact | undefined
  /** All facts that the card rests on. */
  facts: readonly LintFact[]
  /** What fills the gaps of the front. */
  gaps: readonly string[]
  /** Plain text; a gap reads `[hint]`. */
  front: string
  back: string
  /** Front with its gap filled, and back: all that the card says. */
  said: string
  /** Items of a list, each alone; else the back. */
  answers: readonly string[]
  base: LintBase
}

export type LintBase = {
  /** Names of the disease, and of the diseases that facts are about. */
  diseases: readonly string[]
  nouns: readonly Noun[]
  /** Words that only say of what kind an answer is. */
  kindWords: ReadonlySet<string>
}

export type Rule = {
  id: string
  /** What is wrong, as a sentence; null where nothing is. */
  check: (card: LintCard) => string | null
}

/** A question set beside its base: every wording of every card. */
export function cardsToLint(base: FactBase, generated: GeneratedBase): readonly LintCard[] {
  const byId = new Map(base.facts.map((fact) => [fact.id, fact]))
  const facts = new Map(
    generated.facts.map((fact) => {
      const { about = base.subject, hedge, scope, texts = [] } = byId.get(fact.id) ?? {}
      return [fact.id, { ...fact, about: bare(about), hedge, scope, texts } satisfies LintFact]
    }),
  )
  const lintBase = lintBaseOf(base)
  return generated.notes.flatMap((note) =>
    note.cards.flatMap((card) => card.fronts.map((front) => lintCard(note, card, front, facts, lintBase))),
  )
}

function lintCard(note: GeneratedNote, card: GeneratedCard, front: string, facts: ReadonlyMap<string, LintFact>, base: LintBase): LintCard {
  const back = plainText(card.back)
  return {
    guid: note.guid,
    key: card.key,
    kind: card.kind,
    factIds: card.facts,
    own: facts.get(note.own ?? ''),
    facts: card.facts.flatMap((id) => facts.get(id) ?? []),
    gaps: gapAnswers(front).map(plainText),
    front: clozeText(front, { hidden: true }),
    back,
    said: `${clozeText(front, { hidden: false })} ${back}`,
    answers: card.kind === 'list' ? back.split('\n') : [back],
    base,
  }
}

function lintBaseOf({ facts, lexicon, subject }: FactBase): LintBase {
  const nouns = [...lexicon.nouns.values()]
  const diseases = [subject, ...facts.map((fact) => fact.about)].flatMap((noun) => [noun.text, bare(noun)])
  const kinds = nouns.flatMap(({ kind, hint }) => textsIn([kind, hint]))
  const categories = facts.flatMap((fact) => fact.categories)
  return { diseases: [...new Set(diseases)], nouns, kindWords: new Set([...kinds, ...categories].flatMap(wordsOf)) }
}
