// What the events of a card make of it: memory is folded, placement is recorded, and undone events have never been.

import type { CardState, Memory, Rating } from './card.ts'
import { addDays } from './day.ts'
import type { StudyDay } from './day.ts'
import type { AnswerEvent, MarkEvent, Next, PlaceEvent, RestoreEvent, StudyEvent } from './event.ts'
import type { GroupId, PresetVersionId } from './ids.ts'
import { nextMemory } from './memory.ts'
import type { Options } from './options.ts'
import { elapsedSince, outcomes, rescheduled } from './schedule.ts'
import { fuzzSeed } from './schedule/fuzz.ts'
import { compareEvents } from './stamp.ts'

/** Raised whenever the same events would give another state: a cache of an older version is folded again. */
export const FOLD_VERSION = 1

export type FoldContext = {
  /** The card's place in its deck. */
  place: number
  /** Options of the preset versions that the card's events name. Without its version an event is placed as it was recorded. */
  presetVersions: ReadonlyMap<PresetVersionId, Options>
  /** The parameters in force: the card's memory is computed with these. */
  parameters: readonly number[]
}

/** The events that no standing void names, in order. Voids can be voided in turn: that is what redo does. */
export function standingEvents(events: readonly StudyEvent[]): StudyEvent[] {
  const ordered = [...events].sort(compareEvents)
  const voided = new Set<GroupId>()
  const standing: StudyEvent[] = []
  // From the last to the first: a void is later than what it names, so whether it stands is known before it is needed.
  for (const event of ordered.reverse()) {
    if (voided.has(event.group)) continue
    if (event.kind === 'void') voided.add(event.target)
    standing.push(event)
  }
  return standing.reverse()
}

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

/** Folds all events of one card, in any order, with the voids that name their groups and the voids of those. */
export function foldCard(events: readonly StudyEvent[], context: FoldContext): CardState {
  let state = newCardState(context.place)
  const steps: MemoryStep[] = []
  for (const event of standingEvents(events)) {
    const placed = isPlacedAnew(event, state) ? placedAnew(event, state, steps, context) : null
    remember(steps, event, state)
    state = apply(state, event, placed, context)
  }
  return state
}

/**
 * The fast path: the state after an event that is later than all the card's others. Null where only a fold of them all can
 * tell: for a void, and for an event that stands on another head than the card's.
 */
export function stepCard(state: CardState, event: StudyEvent, context: FoldContext): CardState | null {
  if (event.kind === 'void' || isPlacedAnew(event, state)) return null
  return apply(state, event, null, context)
}

type PlacedEvent = AnswerEvent | PlaceEvent

/** True where an event was made on a head that is not, or no longer, the card's: what was printed then does not hold. */
function isPlacedAnew(event: StudyEvent, state: CardState): event is StudyEvent & PlacedEvent {
  switch (event.kind) {
    case 'answer':
      return !event.practice && event.after !== state.head
    case 'place':
      return event.why === 'reschedule' && event.after !== state.head
    case 'reset':
    case 'restore':
    case 'mark':
    case 'void':
      return false
    default:
      return event satisfies never
  }
}

/** Chooses a placement again, by the event's own preset version throughout, so that training moves no due date. Null: it stays. */
function placedAnew(event: StudyEvent & PlacedEvent, state: CardState, steps: readonly MemoryStep[], context: FoldContext): Next | null {
  const options = context.presetVersions.get(event.presetVersion)
  if (!options) return event.next
  const card = { ...state, memory: replay(steps, options.parameters) }
  const seed = fuzzSeed(event.cardId, state.reps)
  if (event.kind === 'place') return rescheduled(card, options, { today: event.studyDay, seed })
  return outcomes(card, options, { nowMs: event.at, zone: event.zone, rolloverHour: event.rolloverHour, seed })[event.rating].next
}

function apply(state: CardState, event: StudyEvent, placed: Next | null, context: FoldContext): CardState {
  switch (event.kind) {
    case 'answer':
      return event.practice ? state : answered(state, event, placed ?? event.next, context)
    case 'place':
      if (event.why === 'reschedule' && event.after !== state.head && placed === null) return { ...state, head: event.id }
      return { ...state, ...position(event, placed ?? event.next), head: event.id }
    case 'reset':
      return { ...state, ...forgotten(state, event.keepCounts, context), head: event.id }
    case 'restore':
      return { ...state, ...position(event, event.next), ...restored(state, event), head: event.id }
    case 'mark':
      return { ...state, ...mark(event) }
    case 'void':
      return state
    default:
      return event satisfies never
  }
}

function answered(state: CardState, event: StudyEvent & AnswerEvent, next: Next, context: FoldContext): CardState {
  const elapsedDays = elapsedSince(state.lastDay, event.studyDay)
  return {
    ...state,
    ...position(event, next),
    memory: nextMemory(state.memory, elapsedDays, event.rating, context.parameters),
    reps: state.reps + 1,
    lapses: state.lapses + (event.rating === 1 && state.phase === 'review' ? 1 : 0),
    firstDay: state.firstDay ?? event.studyDay,
    lastDay: laterDay(state.lastDay, event.studyDay),
    suspended: state.suspended || event.suspends,
    head: event.id,
  }
}

function forgotten(state: CardState, keepCounts: boolean, context: FoldContext): Partial<CardState> {
  const { phase, step, due, memory, reps, lapses, firstDay, lastDay } = newCardState(context.place)
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
function position(event: StudyEvent, next: Next): Pick<CardState, 'phase' | 'step' | 'due'> {
  if (next.phase === 'new') return { phase: 'new', step: null, due: { position: next.position } }
  const due = 'ms' in next ? { dueAt: event.at + next.ms } : { dueDay: addDays(event.studyDay, next.days) }
  return { phase: next.phase, step: next.step, due }
}

function laterDay(a: StudyDay | null, b: StudyDay): StudyDay {
  return a === null || b > a ? b : a
}

/** What memory is made of, so that it can be made again with other parameters. */
type MemoryStep = { rating: Rating; elapsedDays: number } | { memory: Memory | null }

function remember(steps: MemoryStep[], event: StudyEvent, state: CardState): void {
  if (event.kind === 'answer' && !event.practice) {
    steps.push({ rating: event.rating, elapsedDays: elapsedSince(state.lastDay, event.studyDay) })
  } else if (event.kind === 'reset') steps.push({ memory: null })
  else if (event.kind === 'restore') steps.push({ memory: event.memory })
}

function replay(steps: readonly MemoryStep[], parameters: readonly number[]): Memory | null {
  return steps.reduce<Memory | null>(
    (memory, step) => ('rating' in step ? nextMemory(memory, step.elapsedDays, step.rating, parameters) : step.memory),
    null,
  )
}
