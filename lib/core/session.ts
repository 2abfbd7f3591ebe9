// A review session as a reducer: what is shown, what an answer does, what undo brings back. The browser runs it, so that the
// next card is there in the same frame and goes on while the server is away. It returns the events that are to be kept.

import type { CardState, StudyCard } from './card.ts'
import type { MadeEvent } from './event.ts'
import { apply } from './fold/apply.ts'
import type { CardId } from './ids.ts'
import type { Options } from './options.ts'
import type { Full } from './queue/limits.ts'
import { outcomes } from './schedule.ts'
import { fuzzSeed } from './schedule/fuzz.ts'
import { earlierActs, earlierAnswers } from './session/earlier.ts'
import type { Earlier } from './session/earlier.ts'
import { expected, makeAnswer, makeMark, makeVoid } from './session/make.ts'
import type { Answering, Making } from './session/make.ts'
import { displacedBy } from './session/displaced.ts'
import { acknowledge, refill, withdraw } from './session/server.ts'
import type { EventResult } from './session/server.ts'
import { foldContextOf, optionsOf } from './session/state.ts'
import type { SessionState, SittingAnswer } from './session/state.ts'
import { nextCard } from './session/upcoming.ts'

export type SessionStart = Earlier & {
  /** The cards of the queue in order: learning, then the main queue. */
  cards: readonly StudyCard[]
  options: Readonly<Record<string, Options>>
  full: Full
  zone: string
  rolloverHour: number
  nowMs: number
  practice: boolean
}

export type SessionAction =
  | { type: 'reveal'; nowMs: number }
  | { type: 'rate'; answering: Answering; making: Making }
  | { type: 'bury'; making: Making }
  | { type: 'suspend'; making: Making }
  /** Voids the last act; its card comes back as it was and is shown first. */
  | { type: 'undo'; making: Making }
  /** More cards of the queue, as the browser runs low. */
  | { type: 'refill'; cards: readonly StudyCard[] }
  /** Their notes make these cards no longer: they are not shown again. */
  | { type: 'withdraw'; cards: readonly CardId[] }
  /** The server's word: which events it keeps, and the cards as it sees them. */
  | { type: 'acknowledge'; results: readonly EventResult[]; cards: readonly { id: CardId; state: CardState }[] }
  /** Time went by: with nothing on the screen, a learning card may have come due. */
  | { type: 'tick'; nowMs: number }
  /** The queue of a new study day takes the place of the old one. */
  | { type: 'newDay'; nowMs: number; cards: readonly StudyCard[]; full: Full }

export type Reduced = {
  state: SessionState
  /** To be committed to disk before the next card is painted; empty where the action did nothing. */
  events: readonly MadeEvent[]
}

export function startSession({ cards, touched, acts, ...start }: SessionStart): SessionState {
  const known = [...touched.map(({ card }) => card), ...cards]
  const state: SessionState = {
    ...start,
    cards: Object.fromEntries(known.map((card) => [card.id, card])),
    queue: cards.map(({ id }) => id),
    shown: null,
    acts: earlierActs({ acts, touched, options: start.options }),
    answers: start.practice ? [] : earlierAnswers({ acts, touched, nowMs: start.nowMs }),
    unacknowledged: [],
  }
  return showNext(state)
}

export function reduce(state: SessionState, action: SessionAction): Reduced {
  switch (action.type) {
    case 'reveal':
      return quiet(reveal(at(state, action.nowMs)))
    case 'rate':
      return rate(at(state, action.making.nowMs), action.answering, action.making)
    case 'bury':
      return markShown(at(state, action.making.nowMs), { buried: true }, action.making)
    case 'suspend':
      return markShown(at(state, action.making.nowMs), { suspended: true }, action.making)
    case 'undo':
      return undo(at(state, action.making.nowMs), action.making)
    case 'refill':
      return quiet(showIfEmpty(refill(state, action.cards)))
    case 'withdraw':
      return quiet(showIfEmpty(withdraw(state, action.cards)))
    case 'acknowledge':
      return quiet(showIfEmpty(acknowledge(state, action.results, action.cards)))
    case 'tick':
      return quiet(showIfEmpty(at(state, action.nowMs)))
    case 'newDay':
      return quiet(showIfEmpty(refill({ ...at(state, action.nowMs), queue: [], full: action.full }, action.cards)))
    default:
      return action satisfies never
  }
}

function reveal(state: SessionState): SessionState {
  const card = shownCard(state)
  if (!card || !state.shown || state.shown.revealed) return state
  const { nowMs, zone, rolloverHour } = state
  const printed = outcomes(card.state, optionsOf(state, card), { nowMs, zone, rolloverHour, seed: fuzzSeed(card.id, card.state.reps) })
  return { ...state, shown: { cardId: card.id, revealed: { outcomes: printed, after: card.state.head } } }
}

function rate(state: SessionState, answering: Answering, making: Making): Reduced {
  const card = shownCard(state)
  const revealed = state.shown?.revealed
  if (!card || !revealed) return quiet(state)
  const event = makeAnswer(state, card, revealed, answering, making)
  const answer: SittingAnswer = { group: event.group, cardId: card.id, rating: answering.rating, atMs: state.nowMs }
  const done = act({ ...state, answers: [...state.answers, answer] }, card, event)
  return { state: showNext(done), events: [event] }
}

function markShown(state: SessionState, mark: { buried: true } | { suspended: true }, making: Making): Reduced {
  const card = shownCard(state)
  if (!card) return quiet(state)
  const event = makeMark(state, card, mark, making)
  return { state: showNext(act(state, card, event)), events: [event] }
}

function undo(state: SessionState, making: Making): Reduced {
  const last = state.acts.at(-1)
  if (!last) return quiet(state)
  const event = makeVoid(state, last.group, making)
  const cards = { ...state.cards }
  for (const { cardId, state: before } of last.before) {
    const card = cards[cardId]
    if (card) cards[cardId] = { ...card, state: before }
  }
  const touched = last.before.map(({ cardId }) => cardId)
  const first = touched.find((id) => id in cards)
  const displaced = displacedBy(state, last)
  const undone: SessionState = {
    ...state,
    cards,
    queue: [...touched.filter((id) => id in cards && !state.queue.includes(id)), ...state.queue.filter((id) => !displaced.has(id))],
    acts: state.acts.slice(0, -1),
    answers: state.answers.filter(({ group }) => group !== last.group),
    unacknowledged: [...state.unacknowledged, { event: event.id, cards: touched }],
  }
  return { state: first ? { ...undone, shown: { cardId: first, revealed: null } } : undone, events: [event] }
}

/** Applies an event of this device to its card, and remembers how to take it back. */
function act(state: SessionState, card: StudyCard, event: MadeEvent): SessionState {
  // Another device may have moved the card since its answer was shown; until the server has merged both, what was printed holds.
  const printed = 'next' in event ? event.next : null
  const next = apply(card.state, expected(event, state.nowMs), printed, foldContextOf(card, state.options))
  return {
    ...state,
    cards: { ...state.cards, [card.id]: { ...card, state: next } },
    acts: [...state.acts, { group: event.group, before: [{ cardId: card.id, state: card.state }], gatheredSince: false }],
    unacknowledged: [...state.unacknowledged, { event: event.id, cards: [card.id] }],
  }
}

function shownCard(state: SessionState): StudyCard | undefined {
  return state.shown ? state.cards[state.shown.cardId] : undefined
}

function showNext(state: SessionState): SessionState {
  const cardId = nextCard(state)
  return { ...state, shown: cardId === null ? null : { cardId, revealed: null } }
}

/** The card on the screen stays there until the learner has done something with it. */
function showIfEmpty(state: SessionState): SessionState {
  return state.shown ? state : showNext(state)
}

/** The session's time never runs back, whatever the clocks do. */
function at(state: SessionState, nowMs: number): SessionState {
  return nowMs > state.nowMs ? { ...state, nowMs } : state
}

function quiet(state: SessionState): Reduced {
  return { state, events: [] }
}
