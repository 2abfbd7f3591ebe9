// Rules of a deck as a whole: one question has one answer, and every fact has a card or a reason.

import type { FactBase } from '../fact-base.ts'
import type { LintCard } from './card.ts'
import type { DeckRule } from './rule.ts'
import { likeness, wordsOf } from './words.ts'

const tooAlike = 0.85

export const askedOnce: DeckRule = {
  id: 'U1',
  level: 'error',
  help: 'Leave one of them out, or say in each what tells them apart.',
  check: ({ cards }) => {
    const fronts = cards.map((card) => ({ card, words: new Set(wordsOf(card.front)) }))
    return fronts.flatMap(({ card, words }, index) => {
      const earlier = fronts.slice(0, index).find((other) => isRepeated(card, other.card) && likeness(words, other.words) >= tooAlike)
      return earlier === undefined ? [] : [{ at: { card }, say: `“${card.front}” is asked already, or nearly: “${earlier.card.front}”.` }]
    })
  },
}

/** Cards of one list are alike, and so are the wordings of one card, as long as they are not the same. */
function isRepeated(one: LintCard, other: LintCard): boolean {
  if (one.guid !== other.guid) return true
  if (one.key === other.key) return one.front === other.front
  return !(one.key.startsWith('item:') && other.key.startsWith('item:'))
}

/** `base` says why a fact has no card. */
export function everyFactAsked(base: FactBase): DeckRule {
  const excused = new Set(base.facts.filter((fact) => fact.noCard !== undefined).map((fact) => fact.id))
  return {
    id: 'C1',
    level: 'error',
    help: 'Make a card of it, or write down why there is none (“no_card”).',
    check: ({ facts, cards }) => {
      const asked = new Set(cards.map((card) => card.own?.id))
      const left = [...facts.keys()].filter((id) => !asked.has(id) && !excused.has(id))
      return left.map((id) => ({ at: { fact: id }, say: `No card asks for fact “${id}”.` }))
    },
  }
}
