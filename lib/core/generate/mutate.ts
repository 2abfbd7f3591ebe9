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
  const score = (mutator: Mutator): Score => {
    const mutants = generated.notes.flatMap((note) =>
      note.cards.flatMap((card) => card.fronts.flatMap((front) => mutantsOf(note, { ...card, front }, deck, mutator))),
    )
    const survivors = mutants.filter((mutant) => !isCaught(mutant, rules)).map(({ guid, key, front, back }) => ({ guid, key, front, back }))
    return { made: mutants.length, caught: mutants.length - survivors.length, survivors }
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

type OneFront = Omit<GeneratedCard, 'fronts'> & { front: string }
/** The rules read the card only where there are any. */
type Mutant = Survivor & { read: () => LintCard; original: LintCard }

function mutantsOf(note: GeneratedNote, card: OneFront, deck: Deck, mutator: Mutator): readonly Mutant[] {
  const sides = { kind: card.kind, front: card.front, back: card.back } satisfies Sides
  const text = joinedText(sides)
  const seen = lintCard(note, card, deck.facts, deck.base)
  const texts = new Set(mutator(text, seen, deck.facts).map(tidy))
  texts.delete(text)
  return [...texts].flatMap((changed) => {
    const parted = partedText(changed, sides)
    if (parted === null) return []
    const { front, back } = parted
    return [
      {
        guid: note.guid,
        key: card.key,
        front,
        back,
        read: () => lintCard(note, { ...card, front, back }, deck.facts, deck.base),
        original: seen,
      },
    ]
  })
}

/** A rule that finds fault with the card as it was has caught nothing. */
function isCaught({ read, original }: Mutant, rules: readonly Rule[]): boolean {
  if (rules.length === 0) return false
  const card = read()
  return rules.some((rule) => rule.check(card) !== null && rule.check(original) === null)
}
