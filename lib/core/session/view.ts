// What a page asks of a session.

import type { StudyCard } from '../card.ts'
import { addDays, studyDayStart } from '../day.ts'
import type { CardId } from '../ids.ts'
import { isSoon, LEARN_AHEAD_MS } from '../queue.ts'
import { outcomes } from '../schedule.ts'
import type { Outcomes } from '../schedule.ts'
import { fuzzSeed } from '../schedule/fuzz.ts'
import { optionsOf, todayOf } from './state.ts'
import type { SessionState, SittingAnswer } from './state.ts'
import { dueAtOf, upcoming } from './upcoming.ts'

export type Current =
  | { kind: 'card'; card: StudyCard; revealed: boolean }
  /** Nothing to show yet: a learning card will be there at this time (ms, server's time). */
  | { kind: 'waiting'; untilMs: number }
  | { kind: 'done' }

export function current(state: SessionState): Current {
  const card = state.shown && state.cards[state.shown.cardId]
  if (card) return { kind: 'card', card, revealed: state.shown?.revealed != null }
  const endOfDayMs = studyDayStart(addDays(todayOf(state), 1), state.zone, state.rolloverHour)
  const soonest = upcoming(state).learning[0]
  const dueAt = soonest ? dueAtOf(soonest) : null
  if (dueAt === null || dueAt >= endOfDayMs) return { kind: 'done' }
  return { kind: 'waiting', untilMs: Math.max(state.nowMs, dueAt - LEARN_AHEAD_MS) }
}

/** What the four ratings would do to the card on the screen: once the answer is shown, as printed then. */
export function outcomesOfCurrent(state: SessionState): Outcomes | null {
  const card = state.shown && state.cards[state.shown.cardId]
  if (!state.shown || !card) return null
  if (state.shown.revealed) return state.shown.revealed.outcomes
  const { nowMs, zone, rolloverHour } = state
  return outcomes(card.state, optionsOf(state, card), { nowMs, zone, rolloverHour, seed: fuzzSeed(card.id, card.state.reps) })
}

/** Cards still to come, the one on the screen included; learning cards only when they are due within 20 minutes. */
export function left(state: SessionState): { new: number; learning: number; review: number; total: number } {
  const { learning, main } = upcoming(state)
  const soon = learning.filter((card) => isSoon(card, state.nowMs))
  const count = (kind: (phase: StudyCard['state']['phase']) => boolean) => main.filter((card) => kind(card.state.phase)).length
  const counts = {
    new: count((phase) => phase === 'new'),
    learning: soon.length + count((phase) => phase === 'learning' || phase === 'relearning'),
    review: count((phase) => phase === 'review'),
  }
  return { ...counts, total: counts.new + counts.learning + counts.review }
}

export type Sitting = {
  /** In order: a fibre grows by these. */
  answers: readonly SittingAnswer[]
  /** Cards answered Again at least once, and those answered Hard but never Again; each once, in order. */
  forgotten: CardId[]
  hard: CardId[]
}

export function sitting({ answers }: SessionState): Sitting {
  const rated = (rating: number) => [...new Set(answers.filter((answer) => answer.rating === rating).map(({ cardId }) => cardId))]
  const forgotten = rated(1)
  return { answers, forgotten, hard: rated(2).filter((id) => !forgotten.includes(id)) }
}
