// Instants as text: ISO 8601 in UTC to the millisecond, the only form that times have in JSON.

import { DAY_MS, HOUR_MS } from './day-civil.ts'
import { formatStudyDay, parseStudyDay, type StudyDay } from './day.ts'

/** ISO 8601 text of an instant in ms since the epoch, such as "2026-11-24T07:12:09.120Z". */
export function formatTime(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  const inDay = ms - day * DAY_MS
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const clock = `${two(inDay / HOUR_MS)}:${two((inDay / 60_000) % 60)}:${two((inDay / 1000) % 60)}`
  return `${formatStudyDay(day as StudyDay)}T${clock}.${String(inDay % 1000).padStart(3, '0')}Z`
}

const FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?Z$/

/** The instant in ms since the epoch, or null where the text is no time in UTC. */
export function parseTime(text: string): number | null {
  const parts = FORM.exec(text)
  if (!parts) return null
  const [, date = '', hours = '', minutes = '', seconds = '', fraction = '0'] = parts
  const day = parseStudyDay(date)
  if (day === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const inDay = Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000
  return day * DAY_MS + inDay + Number(fraction.padEnd(3, '0'))
}
