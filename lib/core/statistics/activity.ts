// How much was studied: the calendar of a year, and the streak.

import { addDays, type StudyDay } from '../day.ts'
import { mondayOf, type Sums } from './day-counts.ts'

export type ActiveDay = { day: StudyDay; answers: number; tookMs: number }

/** Every day of the 53 weeks that end with today's: from a Monday up to today. */
export function yearOf(sums: Sums, today: StudyDay): ActiveDay[] {
  const first = addDays(mondayOf(today), -52 * 7)
  return Array.from({ length: today - first + 1 }, (_, index) => {
    const day = addDays(first, index)
    const { answers = 0, tookMs = 0 } = sums.get(day) ?? {}
    return { day, answers, tookMs }
  })
}

/** Study days in a row, up to today; up to yesterday while nothing was studied today, for the day is not over. */
export function streakOf(sums: Sums, today: StudyDay): number {
  const studied = (day: StudyDay) => (sums.get(day)?.answers ?? 0) > 0
  let day = studied(today) ? today : addDays(today, -1)
  let streak = 0
  for (; studied(day); day = addDays(day, -1)) streak += 1
  return streak
}
