// Dates of the Gregorian calendar and whole days since 1970-01-01, by eras of 400 years that begin on 1 March:
// that puts the leap day at the end of a year.

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const DAYS_OF_ERA = 146_097
const ERA_TO_1970 = 719_468

/** Whole days from 1970-01-01 to a date; months and dates count from 1. */
export function daysOfCivil(year: number, month: number, date: number): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - ERA_TO_1970
}

/** The date of a count of days since 1970-01-01; months and dates count from 1. */
export function civilOf(days: number): { year: number; month: number; date: number } {
  const shifted = days + ERA_TO_1970
  const era = Math.floor(shifted / DAYS_OF_ERA)
  const dayOfEra = shifted - era * DAYS_OF_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}
