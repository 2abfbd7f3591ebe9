// Random histories of a learner with a few cards, as one device makes them, for tests of what is counted from them.

import fc from 'fast-check'
import type { CardState } from '../card.ts'
import { HOUR_MS } from '../day-civil.ts'
import { type StudyDay, studyDayOf } from '../day.ts'
import type { AnswerEvent, StudyEvent } from '../event.ts'
import { foldCard } from '../fold.ts'
import { newCardState } from '../fold/apply.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from '../ids.ts'
import { DEFAULT_OPTIONS } from '../options.ts'
import { outcomes } from '../schedule.ts'
import { fuzzSeed } from '../schedule/fuzz.ts'
import { seenBefore } from '../schedule/seen.ts'

export const CARDS = ['card-a', 'card-b', 'card-c'] as CardId[]
export const PARAMETERS = DEFAULT_OPTIONS.parameters
const START = Date.UTC(2025, 10, 3, 9)
const VERSION = 'version' as PresetVersionId
const context = { place: 1, presetVersions: new Map([[VERSION, DEFAULT_OPTIONS]]), parameters: PARAMETERS }

export type Step = { card: number; hours: number; rating: 1 | 2 | 3 | 4; tookMs: number; practice: boolean; undo: boolean }

/** Gaps of minutes, days and months; an answer in five is undone at once, one in six is practice. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    card: fc.integer({ min: 0, max: CARDS.length - 1 }),
    hours: fc.oneof(fc.constantFrom(0, 1, 20), fc.integer({ min: 0, max: 24 * 30 })),
    rating: fc.constantFrom(1, 2, 3, 4),
    tookMs: fc.integer({ min: 0, max: 200_000 }),
    practice: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
    undo: fc.integer({ min: 0, max: 4 }).map((value) => value === 0),
  }),
  { maxLength: 40 },
)

export type Answer = StudyEvent & AnswerEvent
export type History = {
  events: StudyEvent[]
  /** Standing answers that are no practice, in order. */
  answers: Answer[]
  states: Map<CardId, CardState>
  today: StudyDay
}

export function historyOf(made: readonly Step[]): History {
  const events: StudyEvent[] = []
  const states = new Map<CardId, CardState>(CARDS.map((id) => [id, newCardState(1)]))
  const undone = new Set<EventId>()
  let at = START
  const stamp = (seq: number) => {
    const id = `event-${String(seq).padStart(3, '0')}` as EventId
    const studyDay = studyDayOf(at, 'UTC', 4)
    const own = { id, group: id as string as GroupId, device: 'device' as DeviceId, seq, claimedAt: at, zone: 'UTC', rolloverHour: 4 }
    return { ...own, at, studyDay, cursor: seq }
  }
  for (const step of made) {
    at += step.hours * HOUR_MS + 60_000
    const cardId = CARDS[step.card] as CardId
    const answer = answerOf(step, cardId, states.get(cardId) as CardState, stamp(events.length + 1))
    events.push(answer)
    if (step.undo) {
      at += 1_000
      events.push({ ...stamp(events.length + 1), kind: 'void', target: answer.group })
      undone.add(answer.id)
    }
    states.set(cardId, foldCard(ofCard(events, cardId), context))
  }
  const answers = events.filter((event) => event.kind === 'answer').filter((event) => !event.practice && !undone.has(event.id))
  return { events, answers, states, today: studyDayOf(at, 'UTC', 4) }
}

function answerOf(step: Step, cardId: CardId, state: CardState, stamp: Omit<Answer, keyof AnswerEvent> & Pick<Answer, 'at'>): Answer {
  const seed = fuzzSeed(cardId, state.reps)
  const { next } = outcomes(state, DEFAULT_OPTIONS, { nowMs: stamp.at, zone: 'UTC', rolloverHour: 4, seed })[step.rating]
  return {
    ...(stamp as Answer),
    kind: 'answer',
    cardId,
    after: state.head,
    next,
    rating: step.rating,
    tookMs: step.tookMs,
    presetVersion: VERSION,
    seen: seenBefore(state, PARAMETERS, stamp.studyDay),
    practice: step.practice,
    suspends: false,
    confidence: null,
    variant: 0,
    pointsTicked: null,
  }
}

const ofCard = (events: readonly StudyEvent[], cardId: CardId) => events.filter((event) => event.kind === 'void' || event.cardId === cardId)

/** A card as it stood at the end of a day. */
export function stateOn({ events }: History, cardId: CardId, day: StudyDay): CardState {
  const undone = new Set(events.flatMap((event) => (event.kind === 'void' ? [event.target] : [])))
  const standing = ofCard(events, cardId).filter((event) => event.kind !== 'void' && !undone.has(event.group))
  return foldCard(
    standing.filter((event) => event.studyDay <= day),
    context,
  )
}
