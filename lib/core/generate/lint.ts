// Checks every card of a deck by the rules of a good card. A card with an error does not ship.

import type { FactBase } from './fact-base.ts'
import type { GeneratedBase } from './generated.ts'
import { cardsToLint, type LintCard, type Rule } from './lint/card.ts'
import { cleanText, nothingGiven, nothingReadOff, oneThing, openQuestion, shortAnswer, standsAlone, tooAlike } from './lint/form.ts'
import { wordsOf } from './lint/words.ts'
import { exactness, hedges, scope, source } from './lint/truth.ts'

export type Finding = { rule: string; guid: string; key: string; message: string }
export type Lint = { errors: readonly Finding[]; warnings: readonly Finding[] }

export const rules: readonly Rule[] = [
  source,
  exactness,
  hedges,
  scope,
  oneThing,
  shortAnswer,
  openQuestion,
  nothingGiven,
  nothingReadOff,
  standsAlone,
  cleanText,
]

/** No rule warns as yet; a warning is for a person to look at, an error stops the deck. */
export function lintBase(base: FactBase, generated: GeneratedBase): Lint {
  const cards = cardsToLint(base, generated)
  const errors = cards.flatMap((card) => rules.flatMap((rule) => finding(card, rule.id, rule.check(card)) ?? []))
  return { errors: [...errors, ...duplicates(cards)], warnings: [] }
}

function finding({ guid, key }: LintCard, rule: string, message: string | null): Finding | null {
  return message === null ? null : { rule, guid, key, message }
}

/** U1: one question has one answer in a deck. */
function duplicates(cards: readonly LintCard[]): readonly Finding[] {
  const fronts = cards.map((card) => ({ card, words: new Set(wordsOf(card.front)) }))
  return fronts.flatMap(({ card, words }, index) => {
    const earlier = fronts.slice(0, index).find((other) => !mayBeAlike(card, other.card) && tooAlike(words, other.words))
    return earlier === undefined ? [] : (finding(card, 'U1', `“${card.front}” is asked already, or nearly: “${earlier.card.front}”`) ?? [])
  })
}

/** Wordings of one card, or items of one list. */
function mayBeAlike(one: LintCard, other: LintCard): boolean {
  if (one.guid !== other.guid) return false
  return one.key === other.key || (one.key.startsWith('item:') && other.key.startsWith('item:'))
}
