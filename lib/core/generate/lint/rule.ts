// What a rule is: a check of one card, or of the deck as a whole, that says what is wrong and what to do.

import type { Deck, LintCard } from './card.ts'

export type Level = 'error' | 'warning'

export type Rule = {
  id: string
  level: Level
  /** What to do, as a sentence. */
  help: string
  /** What is wrong, as a sentence; null where nothing is. */
  check: (card: LintCard) => string | null
}

/** Where in a deck something is wrong: at a card, at a fact, or nowhere in particular. */
export type Place = { card: LintCard } | { fact: string } | null

export type DeckRule = {
  id: string
  level: Level
  help: string
  check: (deck: Deck) => readonly { at: Place; say: string }[]
}

/** The first of some checks that finds something. */
export function firstOf(...checks: readonly ((card: LintCard) => string | null)[]): (card: LintCard) => string | null {
  return (card) => checks.reduce<string | null>((found, check) => found ?? check(card), null)
}
