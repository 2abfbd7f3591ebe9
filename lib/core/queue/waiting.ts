// New cards that put others together wait until those have been met, so that a chain is learnt link by link and a case is
// made of what is known.

import type { StudyCard } from '../card.ts'
import type { CardId, NoteId } from '../ids.ts'

/** Of a note: whether a card of it was answered since its last reset, and whether one can still be shown. */
export type Met = { answered: boolean; open: boolean }

/**
 * The new cards among these that wait: one of the notes behind them was never answered, and still can be. A note that the
 * learner suspended or deleted, or that is withdrawn, is waited for by nothing. What was answered before waits no more.
 */
export function waitingCards(
  cards: readonly StudyCard[],
  waitsFor: ReadonlyMap<NoteId, readonly NoteId[]>,
  met: ReadonlyMap<NoteId, Met>,
): ReadonlySet<CardId> {
  const missing = (id: NoteId) => {
    const note = met.get(id)
    return note !== undefined && !note.answered && note.open
  }
  const waiting = cards.filter(({ noteId, state }) => state.phase === 'new' && waitsFor.get(noteId)?.some(missing))
  return new Set(waiting.map(({ id }) => id))
}
