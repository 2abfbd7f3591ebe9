// Mutations: each card with one small thing changed that makes it wrong. A linter that does not see the change would not have
// seen the mistake. It knows the card's facts, and never the card as it was.

import type { FactBase } from './fact-base.ts'
import type { GeneratedBase, GeneratedCard, GeneratedNote } from './generated.ts'
import { faithfulness } from './lint.ts'
import { deckToLint, lintCard, type Deck, type LintCard } from './lint/card.ts'
import type { Rule } from './lint/rule.ts'
import { lists } from './mutate/lists.ts'
import { causality, names } from './mutate/names.ts'
import { joinedText, partedText, tidy, type Sides } from './mutate/text.ts'
import { comparators, hedges, negations, numbers, scopes, units, type Mutator } from './mutate/words.ts'

type MutationClass = 'number' | 'unit' | 'comparator' | 'negation' | 'hedge' | 'scope' | 'name' | 'list' | 'causality'

export type Survivor = { guid: string; key: string; front: string; back: string }
export type Score = { made: number; caught: number; survivors: readonly Survivor[] }
export type Mutations = { classes: Record<MutationClass, Score> }

/** Every mutant of every wording of every card, and those that no rule caught; the rules hold a card to its facts. */
export function mutateBase(base: FactBase, generated: GeneratedBase, rules = faithfulness): Mutations {
  const deck = deckToLint(base, generated)
  const wordings = generated.notes.flatMap((note) =>
    note.cards.flatMap((card) => card.fronts.map((front) => wordingOf(note, { ...card, front }, deck, rules))),
  )
  const score = (mutator: Mutator): Score => {
    const mutants = wordings.flatMap((wording) => mutantsOf(wording, deck, mutator).map((mutant) => ({ ...wording, ...mutant })))
    const survivors = mutants.filter((mutant) => !isCaught(mutant, deck))
    return {
      made: mutants.length,
      caught: mutants.length - survivors.length,
      survivors: survivors.map(({ note, card, front, back }) => ({ guid: note.guid, key: card.key, front, back })),
    }
  }
  return {
    classes: {
      number: score(numbers),
      unit: score(units),
      comparator: score(comparators),
      negation: score(negations),
      hedge: score(hedges),
      scope: score(scopes),
      name: score(names),
      list: score(lists),
      causality: score(causality),
    },
  }
}

type Wording = {
  note: GeneratedNote
  card: Omit<GeneratedCard, 'fronts'> & { front: string }
  seen: LintCard
  /** Rules that find no fault with it as it is: one that does has caught nothing. */
  rules: readonly Rule[]
}

function wordingOf(note: GeneratedNote, card: Wording['card'], deck: Deck, rules: readonly Rule[]): Wording {
  const seen = lintCard(note, card, deck.facts, deck.base)
  return { note, card, seen, rules: rules.filter((rule) => rule.check(seen) === null) }
}

function mutantsOf({ card, seen }: Wording, deck: Deck, mutator: Mutator): readonly Sides[] {
  const { kind, front, back } = card
  const text = joinedText({ kind, front, back })
  const texts = new Set(mutator(text, seen, deck.facts).map(tidy))
  texts.delete(text)
  return [...texts].flatMap((changed) => partedText(changed, { kind, front, back }) ?? [])
}

function isCaught({ note, card, rules, front, back }: Wording & Sides, { facts, base }: Deck): boolean {
  if (rules.length === 0) return false
  const mutant = lintCard(note, { ...card, front, back }, facts, base)
  return rules.some((rule) => rule.check(mutant) !== null)
}
