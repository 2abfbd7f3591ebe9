// Which cards are suspended, from the few events that say so: acts on many thousands of cards need no more of their history.

import type { StudyEvent } from '../event.ts'
import { standingEvents } from '../fold.ts'
import type { CardId, GroupId } from '../ids.ts'

export type Suspension = Pick<StudyEvent, 'id' | 'at' | 'group' | 'kind'> & {
  /** Null: a void. */
  cardId: CardId | null
  /** Of a mark, what it says; of an answer that suspends, true. */
  suspended?: boolean
  /** Of a void. */
  target?: GroupId
}

/** `events`: what says something of these cards, with the voids that bear on it, in any order. The same as each card's fold says. */
export function suspendedCards(events: readonly Suspension[]): Set<CardId> {
  const suspended = new Set<CardId>()
  for (const event of standingEvents(events)) {
    if (event.cardId === null) continue
    if (event.suspended === true) suspended.add(event.cardId)
    if (event.suspended === false) suspended.delete(event.cardId)
  }
  return suspended
}
