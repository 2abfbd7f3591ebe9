// How much was studied: the calendar of a year, and the streak.

import { addDays, type StudyDay } from '../day.ts'
import { mondayOf, type Sums } from './day-counts.ts'

/** `off`: the day was planned to be off before it began. */
export type ActiveDay = { day: StudyDay; answers: number; tookMs: number; off: boolean }

export type IsOff = (day: StudyDay) => boolean

/** Every day of the 53 weeks that end with today's: from a Monday up to today. */
export function yearOf(sums: Sums, isOff: IsOff, today: StudyDay): ActiveDay[] {
  const first = addDays(mondayOf(today), -52 * 7)
  return Array.from({ length: today - first + 1 }, (_, index) => {
    const day = addDays(first, index)
    const { answers = 0, tookMs = 0 } = sums.get(day) ?? {}
    return { day, answers, tookMs, off: isOff(day) }
  })
}

/**
 * Study days in a row, back from the last day that has begun for the learner. A planned day off in between counts only if it was
 * studied all the same; today breaks nothing, for it is not over. After a journey west, days studied before it lie after today.
 */
export function streakOf(studied: ReadonlySet<StudyDay>, isOff: IsOff, today: StudyDay): number {
  const days = [...studied].toSorted((a, b) => b - a)
  let expected = addDays(today, Math.max(0, (days[0] ?? today) - today))
  let streak = 0
  for (const day of days) {
    while (expected > day && (expected === today || isOff(expected))) expected = addDays(expected, -1)
    if (expected !== day) break
    streak += 1
    expected = addDays(day, -1)
  }
  return streak
}
