// Days along a chart: their numbers, and where months begin.

import { DAY_MS } from '#lib/core/day-civil.ts'

/** Whole days since 1970-01-01 of a study day, YYYY-MM-DD. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** The months that begin between two days: the day's number and "Mar", and with `every` 2 each second one. */
export function monthStarts(first: number, last: number, every = 1): { at: number; name: string }[] {
  const from = new Date(first * DAY_MS)
  const starts: { at: number; name: string }[] = []
  for (let month = from.getUTCDate() === 1 ? 0 : 1; ; month++) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1))
    const at = date.getTime() / DAY_MS
    if (at > last) return starts.filter((_, index) => index % every === 0)
    starts.push({ at, name: monthName.format(date) })
  }
}
