// A learner's study day: from an instant, an IANA zone and the hour at which their day begins, and back.
// Civil dates are counted with whole-day arithmetic, so a day is a day on both sides of a change of clocks.

import { civilOf, DAY_MS, daysOfCivil, HOUR_MS } from './day-civil.ts'
import { changeBetween, isKnownZone, offsetAt } from './day-offset.ts'

declare const studyDay: unique symbol
/** A learner's study day, as whole civil days since 1970-01-01. */
export type StudyDay = number & { readonly [studyDay]: true }

/** Counts `days` whole days on from a study day (back when negative). */
export function addDays(day: StudyDay, days: number): StudyDay {
  return (day + days) as StudyDay
}

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

export function weekdayOf(day: StudyDay): Weekday {
  // Study day 4 was Monday 5 January 1970.
  return (((((day - 4) % 7) + 7) % 7) + 1) as Weekday
}

/** True for a name that this runtime knows as a time zone, such as `Europe/Lisbon`. */
export function isZone(text: string): boolean {
  return isKnownZone(text)
}

/**
 * The study day that an instant belongs to: the last one that has begun.
 * @param atMs ms since the epoch
 * @param zone IANA zone; an unknown one throws a RangeError
 * @param rolloverHour 0 to 23, local time
 */
export function studyDayOf(atMs: number, zone: string, rolloverHour: number): StudyDay {
  const sinceRollover = atMs + offsetAt(atMs, zone) - rolloverHour * HOUR_MS
  const day = Math.floor(sinceRollover / DAY_MS) as StudyDay
  // Clocks that go back over the rollover would make a day that has begun begin again.
  const untilNext = (day + 1) * DAY_MS - sinceRollover
  if (untilNext > LARGEST_STEP_BACK_MS) return day
  const next = addDays(day, 1)
  return atMs >= studyDayStart(next, zone, rolloverHour) ? next : day
}

/**
 * The first instant of a study day, in ms since the epoch: when the local clock first shows the rollover hour of that date
 * or, where the clock leaps over it, any later time.
 */
export function studyDayStart(day: StudyDay, zone: string, rolloverHour: number): number {
  const localMs = day * DAY_MS + rolloverHour * HOUR_MS
  const from = localMs - DAY_MS
  const to = localMs + DAY_MS
  const before = offsetAt(from, zone)
  const after = offsetAt(to, zone)
  if (before === after) return localMs - before
  const change = changeBetween(from, to, zone)
  if (localMs - before < change) return localMs - before
  return Math.max(change, localMs - after)
}

/** A study day as `YYYY-MM-DD`. */
export function formatStudyDay(day: StudyDay): string {
  const { year, month, date } = civilOf(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** Reads `YYYY-MM-DD`; null where that is no date of the calendar. */
export function parseStudyDay(text: string): StudyDay | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const day = daysOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3])) as StudyDay
  return formatStudyDay(day) === text ? day : null
}

// Antarctica/Casey put its clocks back by three hours; no zone has gone further since 1900.
const LARGEST_STEP_BACK_MS = 3 * HOUR_MS

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
