// What one standing event does to the state of its card.

import type { CardState } from '../card.ts'
import { addDays } from '../day.ts'
import type { StudyDay } from '../day.ts'
import type { AnswerEvent, MarkEvent, Next, RestoreEvent, StudyEvent } from '../event.ts'
import { nextMemory } from '../memory.ts'
import { elapsedSince } from '../schedule.ts'

type Base = { place: number; parameters: readonly number[] }

/** The state of a card that has never been touched. */
export function newCardState(place: number): CardState {
  return {
    phase: 'new',
    step: null,
    due: { position: place },
    memory: null,
    reps: 0,
    lapses: 0,
    firstDay: null,
    lastDay: null,
    suspended: false,
    buriedUntilDay: null,
    flag: 0,
    marked: false,
    head: null,
  }
}

/** Applies an event whose placement is decided; with no placement the card stays where it is. */
export function apply(state: CardState, event: StudyEvent, next: Next | null, base: Base): CardState {
  switch (event.kind) {
    case 'answer':
      return event.practice ? state : answered(state, event, next, base)
    case 'place':
      return { ...state, ...position(event, next), head: event.id }
    case 'reset':
      return { ...state, ...forgotten(state, event.keepCounts, base), head: event.id }
    case 'restore':
      return { ...state, ...position(event, next), ...restored(state, event), head: event.id }
    case 'mark':
      return { ...state, ...mark(event) }
    case 'void':
      return state
    default:
      return event satisfies never
  }
}

function answered(state: CardState, event: StudyEvent & AnswerEvent, next: Next | null, { parameters }: Base): CardState {
  const elapsedDays = elapsedSince(state.lastDay, event.studyDay)
  return {
    ...state,
    ...position(event, next),
    memory: nextMemory(state.memory, elapsedDays, event.rating, parameters),
    reps: state.reps + 1,
    lapses: state.lapses + (event.rating === 1 && state.phase === 'review' ? 1 : 0),
    firstDay: state.firstDay ?? event.studyDay,
    lastDay: laterDay(state.lastDay, event.studyDay),
    suspended: state.suspended || event.suspends,
    head: event.id,
  }
}

function forgotten(state: CardState, keepCounts: boolean, { place }: Base): Partial<CardState> {
  const { phase, step, due, memory, reps, lapses, firstDay, lastDay } = newCardState(place)
  const counts = keepCounts ? { reps: state.reps, lapses: state.lapses } : { reps, lapses }
  return { phase, step, due, memory, firstDay, lastDay, ...counts }
}

function restored(state: CardState, event: StudyEvent & RestoreEvent): Partial<CardState> {
  const { memory, reps, lapses, studyDay } = event
  return { memory, reps, lapses, lastDay: laterDay(state.lastDay, studyDay) }
}

function mark(event: StudyEvent & MarkEvent): Partial<CardState> {
  if ('buried' in event) return { buriedUntilDay: event.buried ? addDays(event.studyDay, 1) : null }
  if ('suspended' in event) return { suspended: event.suspended }
  if ('flag' in event) return { flag: event.flag }
  return { marked: event.marked }
}

/** Phase, step and due of a card that an event puts somewhere, counted from the event. */
function position(event: StudyEvent, next: Next | null): Partial<CardState> {
  if (next === null) return {}
  if (next.phase === 'new') return { phase: 'new', step: null, due: { position: next.position } }
  const due = 'ms' in next ? { dueAt: event.at + next.ms } : { dueDay: addDays(event.studyDay, next.days) }
  return { phase: next.phase, step: next.step, due }
}

function laterDay(a: StudyDay | null, b: StudyDay): StudyDay {
  return a === null || b > a ? b : a
}
