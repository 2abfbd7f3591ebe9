// What a day holds for one deck, with or without the decks within it.

import type { StudyCard } from '#lib/core/card.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { isSoon } from '#lib/core/queue.ts'
import type { DeckRow } from '#lib/db/queue-rows.ts'
import type { Day } from './gather-day.ts'

/** Cards to do, as the queue itself counts them. */
export function countsOfDecks(ids: ReadonlySet<DeckId>, { queue, nowMs }: Day): { new: number; learning: number; review: number } {
  const own = (cards: readonly StudyCard[]) => cards.filter((card) => ids.has(card.deckId))
  const main = own(queue.main)
  const fresh = main.filter((card) => card.state.phase === 'new').length
  const reviews = main.filter((card) => card.state.phase === 'review').length
  const soon = own(queue.learning).filter((card) => isSoon(card, nowMs)).length
  return { new: fresh, learning: soon + main.length - fresh - reviews, review: reviews }
}

/** A deck and all decks within it. */
export function withChildren(decks: readonly DeckRow[], root: DeckId): Set<DeckId> {
  const found = new Set<DeckId>([root])
  // A deck may stand before its parent, so it is gone through until nothing is added.
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const { id, parentId } of decks) if (parentId !== null && found.has(parentId)) found.add(id)
  }
  return found
}
