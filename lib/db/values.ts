// The small steps between Postgres values and core's: a date column is a Date at UTC midnight here, and a study day there.

import { DAY_MS } from '#lib/core/day-civil.ts'
import type { StudyDay } from '#lib/core/day.ts'
import { formatStudyDay } from '#lib/core/day.ts'

export const toDay = (date: Date): StudyDay => Math.round(date.getTime() / DAY_MS) as StudyDay
export const toDayOrNull = (date: Date | null): StudyDay | null => (date === null ? null : toDay(date))
export const fromDay = (day: StudyDay | null): string | null => (day === null ? null : formatStudyDay(day))
export const fromTime = (ms: number): string => new Date(ms).toISOString()
