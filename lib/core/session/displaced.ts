// Which cards give way when undo puts one back: a queue that was gathered without it filled its place, and a limit holds all the
// same.

import type { CardState, StudyCard } from '../card.ts'
import type { StudyDay } from '../day.ts'
import type { CardId } from '../ids.ts'
import { isOpen } from '../queue.ts'
import type { Kind } from '../queue/limits.ts'
import { todayOf } from './state.ts'
import type { Act, SessionState } from './state.ts'

/** Cards of the queue, the last ones first, as many as undoing the act brings back beyond a limit. */
export function displacedBy(state: SessionState, { before, gatheredSince }: Act): ReadonlySet<CardId> {
  const displaced = new Set<CardId>()
  if (!gatheredSince || state.practice) return displaced
  const today = todayOf(state)
  for (const { cardId, state: was } of before) {
    const card = state.cards[cardId]
    const kind = kindOf(was, today)
    if (!card || kind === null || !isPutBack(card, was, today) || !state.full[kind].includes(card.deckId)) continue
    const last = lastOf(state, kind, card, displaced)
    if (last !== undefined) displaced.add(last)
  }
  return displaced
}

/** A card that was put aside and comes back to be asked. An answer that is undone had its own place in the day. */
function isPutBack(card: StudyCard, was: CardState, today: StudyDay): boolean {
  return card.state.reps === was.reps && !isOpen(card, today) && isOpen({ ...card, state: was }, today)
}

/** The limit that the card counts towards; null for one that waits for an instant or another day. */
function kindOf({ phase, due }: CardState, today: StudyDay): Kind | null {
  if (phase === 'new') return 'new'
  return 'dueDay' in due && due.dueDay <= today ? 'reviews' : null
}

/** The last card of the kind that can still be asked: of the same deck, or else of another that is as full. */
function lastOf(state: SessionState, kind: Kind, back: StudyCard, gone: ReadonlySet<CardId>): CardId | undefined {
  const today = todayOf(state)
  const open = state.queue
    .flatMap((id) => state.cards[id] ?? [])
    .filter((card) => card.id !== back.id && !gone.has(card.id) && isOpen(card, today) && kindOf(card.state, today) === kind)
  const inDeck = open.findLast((card) => card.deckId === back.deckId)
  return (inDeck ?? open.findLast((card) => state.full[kind].includes(card.deckId)))?.id
}
