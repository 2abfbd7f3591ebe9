// What the server says, as a session takes it in: its word on cards, and more cards of the queue.

import type { CardState, StudyCard } from '../card.ts'
import type { CardId, EventId } from '../ids.ts'
import type { EventStatus } from '../wire.ts'
import type { Act, SessionState } from './state.ts'

export type EventResult = { id: EventId; status: EventStatus }

export function acknowledge(
  before: SessionState,
  results: readonly EventResult[],
  cards: readonly { id: CardId; state: CardState }[],
): SessionState {
  const state = results.filter(({ status }) => status !== 'saved').reduce(takeBack, before)
  const settled = new Set(results.map(({ id }) => id))
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
    acts: state.acts.map((act) => ({ ...act, gatheredSince: true })),
  }
}

export function withdraw(state: SessionState, cards: readonly CardId[]): SessionState {
  const gone = new Set(cards)
  return {
    ...state,
    cards: Object.fromEntries(Object.entries(state.cards).filter(([id]) => !gone.has(id as CardId))),
    queue: state.queue.filter((id) => !gone.has(id)),
    shown: state.shown && gone.has(state.shown.cardId) ? null : state.shown,
  }
}

/**
 * The server does not keep an event: what followed from it no longer holds. Nothing is left to take back of an act that was
 * undone meanwhile; of an undo that is refused, the server's own state of the card comes with the next answer to it.
 */
function takeBack(state: SessionState, { id, status }: EventResult): SessionState {
  const index = state.acts.findIndex(({ group }) => String(group) === id)
  const refused = state.acts[index]
  if (!refused) return state
  const rest: SessionState = {
    ...state,
    acts: state.acts.filter((act) => act !== refused),
    answers: state.answers.filter(({ group }) => group !== refused.group),
  }
  return refused.before.reduce((current, before) => putBack(current, before, index, status === 'unknown-card'), rest)
}

/** A later act on the card is believed until the server speaks of it, and then undone to before the refused one. */
function putBack(state: SessionState, before: Act['before'][number], from: number, gone: boolean): SessionState {
  const { cardId } = before
  const later = state.acts.find((act, index) => index >= from && act.before.some((entry) => entry.cardId === cardId))
  if (later) {
    const corrected = { ...later, before: later.before.map((entry) => (entry.cardId === cardId ? before : entry)) }
    return { ...state, acts: state.acts.map((act) => (act === later ? corrected : act)) }
  }
  const card = state.cards[cardId]
  const isShown = state.shown?.cardId === cardId
  return {
    ...state,
    cards: card ? { ...state.cards, [cardId]: { ...card, state: before.state } } : state.cards,
    // The server would refuse such a card's next answer as well.
    queue: gone ? state.queue.filter((queued) => queued !== cardId) : state.queue,
    // What is printed on the buttons was reckoned from the refused answer.
    shown: isShown ? (gone ? null : { cardId, revealed: null }) : state.shown,
  }
}
