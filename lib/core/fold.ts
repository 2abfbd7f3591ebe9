// What the events of a card make of it: memory is folded, placement is recorded, and undone events have never been.

import type { CardState } from './card.ts'
import type { AnswerEvent, Next, PlaceEvent, StudyEvent } from './event.ts'
import { apply, newCardState } from './fold/apply.ts'
import { memoryOf, remember } from './fold/memory-steps.ts'
import type { MemoryStep } from './fold/memory-steps.ts'
import type { EventId, GroupId, PresetVersionId } from './ids.ts'
import type { Options } from './options.ts'
import { outcomes, rescheduled } from './schedule.ts'
import { fuzzSeed } from './schedule/fuzz.ts'
import { compareEvents } from './stamp.ts'

export type FoldContext = {
  /** The card's place in its deck. */
  place: number
  /** Options of the preset versions that the card's events name. Without its version an event is placed as it was recorded. */
  presetVersions: ReadonlyMap<PresetVersionId, Options>
  /** The parameters in force: the card's memory is computed with these. */
  parameters: readonly number[]
}

/** Of an event, what says whether it stands. */
type Standing = Pick<StudyEvent, 'id' | 'at' | 'group' | 'kind'> & { target?: GroupId }

/**
 * The events that no standing void names, in order. Voids can be voided in turn: that is what redo does. An act that was undone
 * stays undone, also for a part of it that comes later; a void itself is undone by later voids alone, so that none can turn on
 * what it rests on.
 */
export function standingEvents<Event extends Standing>(events: readonly Event[]): Event[] {
  const ordered = [...events].sort(compareEvents)
  const voided = new Set<GroupId>()
  const undone = new Set<EventId>()
  for (const event of ordered.toReversed()) {
    if (event.kind !== 'void') continue
    if (voided.has(event.group)) undone.add(event.id)
    else if (event.target !== undefined) voided.add(event.target)
  }
  return ordered.filter((event) => (event.kind === 'void' ? !undone.has(event.id) : !voided.has(event.group)))
}

/** One standing event of a card, and the card's state on both sides of it. */
export type Turn = { event: StudyEvent; before: CardState; after: CardState }

/** Folds all events of one card, in any order, with the voids that name their groups and the voids of those. */
export function foldCard(events: readonly StudyEvent[], context: FoldContext): CardState {
  return turnsOf(events, context).at(-1)?.after ?? newCardState(context.place)
}

/** As `foldCard`, with every state on the way: what each event that stands did to the card, in order. */
export function turnsOf(events: readonly StudyEvent[], context: FoldContext): Turn[] {
  const steps: MemoryStep[] = []
  let before = newCardState(context.place)
  return standingEvents(events).map((event) => {
    const next = isPlacedAnew(event, before) ? placedAnew(event, before, steps, context) : recordedNext(event)
    remember(steps, event, before)
    const turn = { event, before, after: apply(before, event, next, context) }
    before = turn.after
    return turn
  })
}

/**
 * The fast path, without the card's other events: what stands on the card's head is later than all that placed it. Null where
 * only a fold of them all can tell: for an event on another head, for a void, and for marks, of which the last one counts.
 * The event's group must be one that no void names.
 */
export function stepCard(state: CardState, event: StudyEvent, context: FoldContext): CardState | null {
  if (event.kind === 'answer' && event.practice) return state
  const marks = event.kind === 'answer' && event.suspends
  if (event.kind === 'void' || event.kind === 'mark' || marks || event.after !== state.head) return null
  return apply(state, event, recordedNext(event), context)
}

function recordedNext(event: StudyEvent): Next | null {
  return 'next' in event ? event.next : null
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

/** Chooses a placement again, by the event's own preset version throughout, so that training moves no due date. Null: the card stays. */
function placedAnew(
  event: StudyEvent & PlacedEvent,
  state: CardState,
  steps: readonly MemoryStep[],
  { presetVersions }: FoldContext,
): Next | null {
  const options = presetVersions.get(event.presetVersion)
  if (!options) return event.next
  const card = { ...state, memory: memoryOf(steps, options.parameters) }
  const seed = fuzzSeed(event.cardId, state.reps)
  if (event.kind === 'place') return rescheduled(card, options, { today: event.studyDay, seed })
  return outcomes(card, options, { nowMs: event.at, zone: event.zone, rolloverHour: event.rolloverHour, seed })[event.rating].next
}
