// What answers add to the days of a learner's progress. Every number is a sum over standing answers, and what an answer adds
// depends on that answer alone: so sums can be kept as answers come, taken back when one is undone, and made again at any time.

import { addDays, type StudyDay, weekdayOf } from '../day.ts'
import type { AnswerEvent } from '../event.ts'
import { recall } from '../memory.ts'

/** Raised whenever what is counted changes: sums that were kept by another version are made again from the events. */
export const COUNTS_VERSION = 1

/** The counts of one study day. Practice answers count nowhere. */
export type DayCounts = {
  /** Answers given on the day. */
  answers: number
  /** Ms they took, each counted up to a minute: a card left open is no study. */
  tookMs: number
  /** Answers to new cards. */
  introduced: number
  /** Reviews: answers to cards in review whose last answer was on an earlier day. Young: the interval was under 21 days. */
  youngReviews: number
  /** Of these, recalled: not rated Again. */
  youngRecalled: number
  /** Reviews of cards whose interval was 21 days or more. */
  matureReviews: number
  matureRecalled: number
  /** Answers whose recall was predicted, by bin of the prediction; within the day of the last answer none is. */
  predicted: readonly number[]
  /** Of these, recalled, by bin. */
  predictedRecalled: readonly number[]
  /** Sum of the predictions by bin, in millionths: whole numbers, so that sums taken back leave nothing behind. */
  predictedMillionths: readonly number[]
  /**
   * On Mondays: cards that had been answered by then and were answered again later. Together with the cards whose last answer
   * it was (in their own rows) these are the cards seen by that Monday.
   */
  seenAgain: number
  /** The predicted recall on that Monday of these cards, summed, in millionths. */
  seenAgainMillionths: number
}

const MATURE_DAYS = 21
const LONGEST_ANSWER_MS = 60_000
const MILLION = 1_000_000
/** A course is drawn over a year, so an answer tells of no Monday before that. */
const COURSE_WEEKS = 53

/** Upper ends of the bins of predicted recall, narrow where predictions crowd; the last bin ends at 1. */
const BIN_ENDS: readonly number[] = [0.6, 0.7, 0.77, 0.83, 0.87, 0.91, 0.95, 0.98]

const binOf = (predicted: number): number => BIN_ENDS.filter((end) => predicted >= end).length
const NONE: readonly number[] = Array.from({ length: BIN_ENDS.length + 1 }, () => 0)

export const NO_COUNTS: DayCounts = {
  answers: 0,
  tookMs: 0,
  introduced: 0,
  youngReviews: 0,
  youngRecalled: 0,
  matureReviews: 0,
  matureRecalled: 0,
  predicted: NONE,
  predictedRecalled: NONE,
  predictedMillionths: NONE,
  seenAgain: 0,
  seenAgainMillionths: 0,
}

/** The last Monday that is not after a day. */
export const mondayOf = (day: StudyDay): StudyDay => addDays(day, 1 - weekdayOf(day))

/** An answer as far as it counts. */
export type CountedAnswer = Pick<AnswerEvent, 'rating' | 'tookMs' | 'seen'> & { studyDay: StudyDay }

/**
 * What one standing answer adds, by day: to its own, and to the Mondays since the card's answer before it, for which the card was
 * remembered as the answer says that it was told. `parameters` are those of the answer's own preset version.
 */
export function countsOf(answer: CountedAnswer, parameters: readonly number[]): [StudyDay, DayCounts][] {
  const { seen, studyDay } = answer
  const own: [StudyDay, DayCounts] = [studyDay, ownDay(answer)]
  const { stability, difficulty, elapsedDays } = seen
  if (stability === null || difficulty === null || elapsedDays === null || elapsedDays < 1) return [own]
  const start = addDays(studyDay, -elapsedDays)
  const mondays: [StudyDay, DayCounts][] = []
  for (let monday = mondayOf(addDays(studyDay, -1)); monday >= start && mondays.length < COURSE_WEEKS; monday = addDays(monday, -7)) {
    const seenAgainMillionths = Math.round(recall({ stability, difficulty }, monday - start, parameters) * MILLION)
    mondays.push([monday, { ...NO_COUNTS, seenAgain: 1, seenAgainMillionths }])
  }
  return [own, ...mondays]
}

function ownDay({ rating, tookMs, seen }: CountedAnswer): DayCounts {
  const recalled = rating > 1 ? 1 : 0
  const later = (seen.elapsedDays ?? 0) > 0
  const isReview = seen.phase === 'review' && later
  const mature = isReview && (seen.intervalDays ?? 0) >= MATURE_DAYS
  const young = isReview && !mature
  const predicted = later ? seen.recall : null
  const atBin = (value: number) => (predicted === null ? NONE : NONE.map((zero, bin) => (bin === binOf(predicted) ? value : zero)))
  return {
    ...NO_COUNTS,
    answers: 1,
    tookMs: Math.min(tookMs, LONGEST_ANSWER_MS),
    introduced: seen.phase === 'new' ? 1 : 0,
    youngReviews: young ? 1 : 0,
    youngRecalled: young ? recalled : 0,
    matureReviews: mature ? 1 : 0,
    matureRecalled: mature ? recalled : 0,
    predicted: atBin(1),
    predictedRecalled: atBin(recalled),
    predictedMillionths: atBin(Math.round((predicted ?? 0) * MILLION)),
  }
}

/** The sum of two; with `sign` -1, the first without the second. */
export function addCounts(a: DayCounts, b: DayCounts, sign: 1 | -1 = 1): DayCounts {
  // Most answers that are summed leave the bins alone: then there is nothing to go through.
  const each = (x: readonly number[], y: readonly number[]) => (y === NONE ? x : x.map((value, bin) => value + sign * (y[bin] ?? 0)))
  return {
    answers: a.answers + sign * b.answers,
    tookMs: a.tookMs + sign * b.tookMs,
    introduced: a.introduced + sign * b.introduced,
    youngReviews: a.youngReviews + sign * b.youngReviews,
    youngRecalled: a.youngRecalled + sign * b.youngRecalled,
    matureReviews: a.matureReviews + sign * b.matureReviews,
    matureRecalled: a.matureRecalled + sign * b.matureRecalled,
    predicted: each(a.predicted, b.predicted),
    predictedRecalled: each(a.predictedRecalled, b.predictedRecalled),
    predictedMillionths: each(a.predictedMillionths, b.predictedMillionths),
    seenAgain: a.seenAgain + sign * b.seenAgain,
    seenAgainMillionths: a.seenAgainMillionths + sign * b.seenAgainMillionths,
  }
}

export type Sums = Map<StudyDay, DayCounts>

/** Adds what an answer adds to sums by day, or takes it back. */
export function count(sums: Sums, answer: CountedAnswer, parameters: readonly number[], sign: 1 | -1 = 1): void {
  for (const [day, counts] of countsOf(answer, parameters)) sums.set(day, addCounts(sums.get(day) ?? NO_COUNTS, counts, sign))
}
