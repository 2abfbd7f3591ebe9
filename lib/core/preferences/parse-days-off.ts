// Reads days off out of JSON, stored or sent: the one place. The browser never loads this.

import { z } from 'zod'
import { parseStudyDay, WEEKDAYS } from '../day.ts'
import { type DaysOff, NO_DAYS_OFF, type Rest } from '../days-off.ts'

/** Sent at once; past years are kept beside them, so that a stored plan may grow longer. */
const MOST_RESTS = 2_000
/** What is sent is counted on by days before it is stored, and must stay a date of four digits. */
const LAST_SENT = '9990-12-31'

function planTo(last: string, most: number) {
  const date = z.string().refine((text) => parseStudyDay(text) !== null && text <= last)
  const rest = z.object({ from: date, to: z.nullable(date), weekday: z.nullable(z.literal(WEEKDAYS)) }) satisfies z.ZodType<Rest>
  return z.object({ settledTo: z.nullable(date), rests: z.array(rest).max(most) }) satisfies z.ZodType<DaysOff>
}
const [sent, stored] = [planTo(LAST_SENT, MOST_RESTS), planTo('9999-12-31', Infinity)]

/** As it is sent; null: no plan of days off. */
export function readDaysOff(value: unknown): DaysOff | null {
  const read = sent.safeParse(value)
  return read.success ? read.data : null
}

/** As it is stored; what cannot be read counts as no plan. */
export function storedDaysOff(value: unknown): DaysOff {
  const read = stored.safeParse(value)
  return read.success ? read.data : NO_DAYS_OFF
}
