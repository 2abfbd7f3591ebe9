// Reads days off out of JSON, stored or sent: the one place. The browser never loads this.

import { z } from 'zod'
import { parseStudyDay, WEEKDAYS } from '../day.ts'
import { type DaysOff, NO_DAYS_OFF, type Rest } from '../days-off.ts'

/** Past years are kept, so a plan grows; no person fills this. */
const MOST_RESTS = 2_000
/** Dates are counted on from these by days, and must stay dates of four digits. */
const LAST = '9990-12-31'

const date = z.string().refine((text) => parseStudyDay(text) !== null && text <= LAST)
const rest = z.object({ from: date, to: z.nullable(date), weekday: z.nullable(z.literal(WEEKDAYS)) }) satisfies z.ZodType<Rest>
const plan = z.object({ settledTo: z.nullable(date), rests: z.array(rest).max(MOST_RESTS) }) satisfies z.ZodType<DaysOff>

/** Null: no plan of days off. */
export function readDaysOff(value: unknown): DaysOff | null {
  const read = plan.safeParse(value)
  return read.success ? read.data : null
}

/** As it is stored; what cannot be read counts as no plan. */
export const storedDaysOff = (value: unknown): DaysOff => readDaysOff(value) ?? NO_DAYS_OFF
