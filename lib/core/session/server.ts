// What the server says, as a session takes it in: its word on cards, and more cards of the queue.

import type { CardState, StudyCard } from '../card.ts'
import type { CardId, EventId } from '../ids.ts'
import type { SessionState } from './state.ts'

export function acknowledge(
  state: SessionState,
  events: readonly EventId[],
  cards: readonly { id: CardId; state: CardState }[],
): SessionState {
  const settled = new Set(events)
  const unacknowledged = state.unacknowledged.filter(({ event }) => !settled.has(event))
  // What the server said of a card before it has all of this device's events is already out of date here.
  const ahead = new Set(unacknowledged.flatMap((waiting) => waiting.cards))
  const known = { ...state.cards }
  for (const { id, state: authoritative } of cards) {
    const card = known[id]
    if (card && !ahead.has(id)) known[id] = { ...card, state: authoritative }
  }
  return { ...state, cards: known, unacknowledged }
}

export function refill(state: SessionState, cards: readonly StudyCard[]): SessionState {
  const ahead = new Set(state.unacknowledged.flatMap((waiting) => waiting.cards))
  const fresh = cards.filter(({ id }) => !ahead.has(id))
  const queued = new Set(state.queue)
  return {
    ...state,
    cards: { ...state.cards, ...Object.fromEntries(fresh.map((card) => [card.id, card])) },
    queue: [...state.queue, ...cards.map(({ id }) => id).filter((id) => !queued.has(id))],
  }
}
