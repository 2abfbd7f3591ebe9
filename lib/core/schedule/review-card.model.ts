// A card in review and a day to answer it on, for tests of scheduling.

import type { CardState, Memory } from '../card.ts'
import { DAY_MS, HOUR_MS } from '../day-civil.ts'
import type { StudyDay } from '../day.ts'
import { newCardState } from '../fold/apply.ts'

export const UTC = { zone: 'UTC', rolloverHour: 4 }
export const noonOf = (day: number) => day * DAY_MS + 12 * HOUR_MS
export const TODAY = 20_000 as StudyDay

/** The days of an outcome; 0 within the day. */
export const daysOf = (outcome: { next: object }) => ('days' in outcome.next ? (outcome.next.days as number) : 0)

/** A review card whose interval was so long and was last answered so long ago. */
export function reviewCard(memory: Memory, intervalDays: number, elapsedDays: number): CardState {
  const lastDay = (TODAY - elapsedDays) as StudyDay
  return {
    ...newCardState(0),
    phase: 'review',
    memory,
    due: { dueDay: (lastDay + intervalDays) as StudyDay },
    reps: 5,
    firstDay: lastDay,
    lastDay,
  }
}
