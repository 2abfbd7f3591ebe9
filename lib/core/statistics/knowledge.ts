// Knowledge: the predicted recall of all cards, summed. It is how many a learner would be expected to recall if asked all today;
// a card that was never answered counts nothing.

import { addDays, type StudyDay } from '../day.ts'
import { mondayOf, type Sums } from './day-counts.ts'

/** At the end of a day: cards that had been answered, and how many of them would have been recalled. */
export type Known = { day: StudyDay; seen: number; known: number }

/** The days of a course: the Mondays of a year, and today. */
export function courseDays(today: StudyDay): StudyDay[] {
  const last = mondayOf(addDays(today, -1))
  const mondays = Array.from({ length: 52 }, (_, index) => addDays(last, (index - 51) * 7))
  return [...mondays, today]
}

/**
 * The course of knowledge from the first Monday on which a card had been seen. `latest` holds, for each day of `courseDays`, the
 * cards whose last answer was on it or before, as their rows remember them; `sums` hold those that were answered again since.
 */
export function courseOf(sums: Sums, latest: ReadonlyMap<StudyDay, Omit<Known, 'day'>>, today: StudyDay): Known[] {
  const points = courseDays(today).map((day) => {
    const now = latest.get(day) ?? { seen: 0, known: 0 }
    const then = day === today ? undefined : sums.get(day)
    return { day, seen: now.seen + (then?.seenAgain ?? 0), known: now.known + (then?.seenAgainMillionths ?? 0) / 1e6 }
  })
  const first = points.findIndex(({ seen }) => seen > 0)
  return first < 0 ? [] : points.slice(first)
}
