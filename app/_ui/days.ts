// Days and times as people read them. A study day is text, YYYY-MM-DD, and belongs to no zone; an instant is read in the learner's.

import { formatStudyDay, studyDayOf } from '#lib/core/day.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'

/** "Tuesday 24 November" where long, "Tue" where short. */
export function dayName(day: string, length: 'long' | 'short'): string {
  const noon = new Date(`${day}T12:00:00Z`)
  const options: Intl.DateTimeFormatOptions = length === 'short' ? { weekday: 'short' } : { weekday: 'long', day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(noon).replace(',', '')
}

/** "14:20", in the learner's zone. */
export function clockTime(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(atMs)
}

/** "24 November 2026", in the learner's zone. */
export function instantDay(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(atMs)
}

/** "04:00". */
export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** "24 November 2026". */
export function fullDate(day: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T12:00:00Z`))
}

/** "tomorrow", else "on Friday 27 November". */
export function whenWords(day: string, today: string): string {
  const apart = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)
  return apart === DAY_MS ? 'tomorrow' : `on ${dayName(day, 'long')}`
}

/** What is said of a day off that was planned too late; `first` is the first day that still can be. */
export function tooLateWords(first: string): string {
  return `A day off is planned before it begins: choose a day from ${dayName(first, 'long')} on.`
}

/** Whether an instant belongs to a later study day of the learner's. */
export function isLaterDay(atMs: number, { zone, rolloverHour }: { zone: string; rolloverHour: number }, day: string): boolean {
  // Days as text are in the order of time.
  return formatStudyDay(studyDayOf(atMs, zone, rolloverHour)) > day
}

/** "12 Feb"; with the year, "12 Feb 2027". */
export function dateWords(day: string, year: 'year' | null = null): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) }
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** A day to come: "12 Feb", with its year where it is not this one. */
export function comingWords(day: string, today: string): string {
  return dateWords(day, day.slice(0, 4) === today.slice(0, 4) ? null : 'year')
}
