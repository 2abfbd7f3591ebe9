// Instants as text: ISO 8601 in UTC to the millisecond, the only form that times have in JSON.

import { formatStudyDay, parseStudyDay, type StudyDay } from './day.ts'

const DAY_MS = 86_400_000

/** ISO 8601 text of an instant in ms since the epoch, such as "2026-11-24T07:12:09.120Z". */
export function formatTime(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  const inDay = ms - day * DAY_MS
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const clock = `${two(inDay / 3_600_000)}:${two((inDay / 60_000) % 60)}:${two((inDay / 1000) % 60)}`
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
  const inDay = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
  return day * DAY_MS + inDay + Number(fraction.padEnd(3, '0'))
}
