// What each of the four ratings would do to a card. One call makes all four, so that the interval on a button is the one
// that is applied: pure in the card, its options, the time and a seed.

import type { CardState, Memory, Rating } from './card.ts'
import type { StudyDay } from './day.ts'
import { studyDayOf } from './day.ts'
import type { Next } from './event.ts'
import { hasShortTerm, intervalDays, nextMemory } from './memory.ts'
import type { Options } from './options.ts'
import { fuzzSpan, wholeDays } from './schedule/fuzz.ts'
import { makesLeech } from './schedule/leech.ts'
import { againMs, goodMs, hardMs, stepIndex } from './schedule/steps.ts'

export type Outcome = {
  next: Next
  memory: Memory
  /** The lapse makes the card a leech. */
  leech: boolean
  /** The answer suspends the card, because it is a leech and the preset says so. */
  suspends: boolean
}

export type Outcomes = Record<Rating, Outcome>

export type ScheduleContext = {
  /** Ms since the epoch. */
  nowMs: number
  zone: string
  rolloverHour: number
  /** `fuzzSeed` of the card and its repetitions before the answer. */
  seed: number
}

/** The four outcomes of answering a card now. Elapsed days are study days since its last answer. */
export function outcomes(card: CardState, options: Options, context: ScheduleContext): Outcomes {
  const today = studyDayOf(context.nowMs, context.zone, context.rolloverHour)
  const elapsedDays = elapsedSince(card.lastDay, today)
  const memoryAfter = (rating: Rating) => nextMemory(card.memory, elapsedDays, rating, options.parameters)
  const memories = { 1: memoryAfter(1), 2: memoryAfter(2), 3: memoryAfter(3), 4: memoryAfter(4) }
  const raw = (rating: Rating) => intervalDays(memories[rating].stability, options.desiredRetention, options.parameters)
  const intervals = { 1: raw(1), 2: raw(2), 3: raw(3), 4: raw(4) }
  const situation = { card, options, context, today, intervals }
  const next = card.phase === 'review' ? reviewed(situation) : stepped(situation, card.phase === 'relearning' ? 'relearning' : 'learning')
  const leech = card.phase === 'review' && makesLeech(card.lapses + 1, options.leechThreshold)
  const outcome = (rating: Rating): Outcome => {
    const isLeech = rating === 1 && leech
    return { next: next[rating], memory: memories[rating], leech: isLeech, suspends: isLeech && options.leechAction === 'suspend' }
  }
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) }
}

/** Whole study days since a card was last answered; 0 when it was not, or when the learner has travelled back over a day. */
export function elapsedSince(lastDay: StudyDay | null, today: StudyDay): number {
  return lastDay === null ? 0 : Math.max(0, today - lastDay)
}

/**
 * Where a review card would stand had its last answer been scheduled by these options: for rescheduling that the learner asked
 * for. Never before today; null for a card that is not in review or has no memory.
 */
export function rescheduled(card: CardState, options: Options, at: { today: StudyDay; seed: number }): Next | null {
  if (card.phase !== 'review' || card.memory === null || card.lastDay === null) return null
  const raw = intervalDays(card.memory.stability, options.desiredRetention, options.parameters)
  const days = wholeDays(raw, { min: 1, max: options.maximumIntervalDays }, options.fuzz ? at.seed : null)
  return { phase: 'review', step: null, days: Math.max(0, card.lastDay + days - at.today) }
}

type Situation = {
  card: CardState
  options: Options
  context: ScheduleContext
  today: StudyDay
  /** Raw days until recall falls to the desired retention, by rating. */
  intervals: Record<Rating, number>
}

type Steps = 'learning' | 'relearning'

/** New, learning and relearning cards: steps while there are any, then memory alone. */
function stepped(situation: Situation, phase: Steps): Record<Rating, Next> {
  const { card, options, intervals } = situation
  const steps = stepsOf(options, phase)
  const index = stepIndex(steps, card.step)
  const at = index ?? 0
  // Off the steps, an interval is whole days before it is spread.
  const days = (rating: Rating, min: number) => graduate(situation, Math.max(1, Math.round(intervals[rating])), min)
  const waitOr = (ms: number | null, step: number, rating: Rating): Next =>
    ms === null ? (shortTerm(situation, phase, intervals[rating]) ?? review(days(rating, 1))) : wait(situation, phase, step, ms)
  return {
    1: waitOr(againMs(steps), 0, 1),
    2: waitOr(index === null ? null : hardMs(steps, at), at, 2),
    3: waitOr(index === null ? null : goodMs(steps, at), at + 1, 3),
    4: review(days(4, days(3, 1) + 1)),
  }
}

/** Review cards: Hard, Good and Easy lie a day apart at least, unless the maximum forbids; Again relearns. */
function reviewed(situation: Situation): Record<Rating, Next> {
  const { options, intervals } = situation
  const firstStep = againMs(options.relearningStepsMs)
  const lapse =
    firstStep === null
      ? (shortTerm(situation, 'relearning', intervals[1]) ?? review(graduate(situation, intervals[1], 1)))
      : wait(situation, 'relearning', 0, firstStep)
  const hard = graduate(situation, intervals[2], Math.max(1, notBelow(situation, intervals[2])))
  const good = graduate(situation, intervals[3], Math.max(hard + 1, notBelow(situation, intervals[3])))
  const easy = graduate(situation, intervals[4], Math.max(good + 1, notBelow(situation, intervals[4])))
  return { 1: lapse, 2: review(hard), 3: review(good), 4: review(easy) }
}

/** The least days that fuzz may give an interval: it never shortens one that grew, nor one it could have left as it was. */
function notBelow({ card }: Situation, raw: number): number {
  if (!('dueDay' in card.due) || card.lastDay === null) return 0
  const previous = card.due.dueDay - card.lastDay
  if (Math.round(raw) > previous) return previous + 1
  return previous <= Math.round(raw + fuzzSpan(raw)) ? previous : 0
}

function graduate({ options, context }: Situation, raw: number, min: number): number {
  return wholeDays(raw, { min, max: options.maximumIntervalDays }, options.fuzz ? context.seed : null)
}

function review(days: number): Next {
  return { phase: 'review', step: null, days }
}

/** A wait that ends after the rollover is a matter of days: nobody is asked to come back at 3 in the morning. */
function wait({ context, today }: Situation, phase: Steps, step: number, ms: number): Next {
  const days = studyDayOf(context.nowMs + ms, context.zone, context.rolloverHour) - today
  return days > 0 ? { phase, step, days } : { phase, step, ms }
}

/** Where no step is left: a memory too weak for half a day is asked again within the day, when parameters and options model that. */
function shortTerm(situation: Situation, phase: Steps, raw: number): Next | null {
  const { options } = situation
  const steps = stepsOf(options, phase)
  const allowed = hasShortTerm(options.parameters) && (options.shortTermWithSteps || steps.length === 0)
  if (!allowed || raw >= 0.5) return null
  return wait(situation, phase, Math.max(0, steps.length - 1), Math.floor(raw * 86_400) * 1000)
}

function stepsOf(options: Options, phase: Steps): readonly number[] {
  return phase === 'learning' ? options.learningStepsMs : options.relearningStepsMs
}
