// Which cards of a session are still to come, and which is next. All of it follows from the cards' states, so that undoing an
// answer brings its card back, and the siblings that it hid, without being told.

import type { StudyCard } from '../card.ts'
import type { StudyDay } from '../day.ts'
import type { CardId, NoteId } from '../ids.ts'
import { buriesKind, isOpen, isSoon } from '../queue.ts'
import { optionsOf, todayOf } from './state.ts'
import type { SessionState } from './state.ts'

export type Upcoming = {
  /** Waiting for an instant, by that instant. */
  learning: StudyCard[]
  /** All others, in the order to show. */
  main: StudyCard[]
}

export function upcoming(state: SessionState): Upcoming {
  if (state.practice) return { learning: [], main: practiced(state) }
  const today = todayOf(state)
  const answered = answeredBy(state, today)
  const open = state.queue.flatMap((id) => {
    const card = state.cards[id]
    return card && isDue(card, today) && !isHidden(state, card, answered) ? [card] : []
  })
  return {
    learning: open.filter((card) => dueAtOf(card) !== null).sort((a, b) => (dueAtOf(a) ?? 0) - (dueAtOf(b) ?? 0)),
    main: open.filter((card) => dueAtOf(card) === null),
  }
}

/** The next card: a learning card that is due, else the main queue, else a learning card that is due soon. */
export function nextCard(state: SessionState): CardId | null {
  const { learning, main } = upcoming(state)
  const due = learning.find((card) => (dueAtOf(card) ?? 0) <= state.nowMs)
  if (due) return due.id
  const [first] = main
  if (first) return first.id
  const soon = learning.filter((card) => isSoon(card, state.nowMs))
  // The card that was just answered would be fresh in mind: another one goes first, if there is one.
  const last = state.answers.at(-1)?.cardId
  return (soon.find((card) => card.id !== last) ?? soon[0])?.id ?? null
}

export function dueAtOf({ state }: StudyCard): number | null {
  return 'dueAt' in state.due ? state.due.dueAt : null
}

function isDue(card: StudyCard, today: StudyDay): boolean {
  const { due } = card.state
  return isOpen(card, today) && (!('dueDay' in due) || due.dueDay <= today)
}

/** The cards that were answered today, by note. */
function answeredBy(state: SessionState, today: StudyDay): Map<NoteId, CardId[]> {
  const answered = new Map<NoteId, CardId[]>()
  for (const card of Object.values(state.cards)) {
    if (card.state.lastDay === today) answered.set(card.noteId, [...(answered.get(card.noteId) ?? []), card.id])
  }
  return answered
}

function isHidden(state: SessionState, card: StudyCard, answered: ReadonlyMap<NoteId, readonly CardId[]>): boolean {
  const ofNote = answered.get(card.noteId)
  if (!ofNote || ofNote.includes(card.id)) return false
  return buriesKind(card, optionsOf(state, card))
}

/** In practice: cards not yet met in their order, then the forgotten ones in the order in which they were forgotten. */
function practiced(state: SessionState): StudyCard[] {
  const last = new Map<CardId, { rating: number; turn: number }>()
  for (const [turn, { cardId, rating }] of state.answers.entries()) last.set(cardId, { rating, turn })
  const today = todayOf(state)
  const turnOf = (card: StudyCard) => last.get(card.id)?.turn ?? -1
  return state.queue
    .flatMap((id) => state.cards[id] ?? [])
    .filter((card) => isOpen(card, today) && (last.get(card.id)?.rating ?? 1) === 1)
    .sort((a, b) => turnOf(a) - turnOf(b))
}
