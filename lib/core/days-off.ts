// Days that a learner plans to be off: a streak passes over them. A day is planned before it begins, so nothing that is planned
// later rescues a streak, and nothing that is taken back later breaks one.

import { addDays, formatStudyDay, parseStudyDay, type StudyDay, type Weekday, weekdayOf } from './day.ts'

/**
 * Days off as they are stored and sent. `from` and `to` are dates of the calendar, YYYY-MM-DD, and belong to it; `to` null: until
 * further notice. With a weekday only that day of each week.
 */
export type Rest = { from: string; to: string | null; weekday: Weekday | null }

/** `settledTo`, YYYY-MM-DD: that day had begun when the plan was last saved, so what is planned up to it stands. Null: never saved. */
export type DaysOff = { settledTo: string | null; rests: readonly Rest[] }

export const NO_DAYS_OFF: DaysOff = { settledTo: null, rests: [] }

/** Whether a day is off. Throws where a rest is none: what comes from outside is read first. */
export function offDays(rests: readonly Rest[]): (day: StudyDay) => boolean {
  const spans = rests.map(spanOf)
  return (day) => spans.some(({ from, to, weekday }) => from <= day && day <= to && (weekday === null || weekday === weekdayOf(day)))
}

/** The first day that can still be planned. `begun` is the last study day that has begun. */
export function firstPlannable({ settledTo }: DaysOff, begun: StudyDay): StudyDay {
  return addDays(begun, Math.max(1, settledTo === null ? 1 : dayOf(settledTo) + 1 - begun))
}

/** Days off from `first` on. */
export const restsFrom = (rests: readonly Rest[], first: StudyDay): Rest[] => joined(clipped(rests, first, Infinity))

/** The plan with `wanted` from the first day on that can still be planned, and as it was before. */
export function replanned(plan: DaysOff, wanted: readonly Rest[], begun: StudyDay): DaysOff {
  const first = firstPlannable(plan, begun)
  const settled = addDays(first, -1)
  const rests = joined([...clipped(plan.rests, -Infinity, settled), ...clipped(wanted, first, Infinity)])
  return { settledTo: formatStudyDay(settled), rests }
}

/** Whether `wanted` names dates that have begun and were not planned. A weekday is always meant from its next one on. */
export function plansTooLate(plan: DaysOff, wanted: readonly Rest[], begun: StudyDay): boolean {
  const settled = addDays(firstPlannable(plan, begun), -1)
  const dates = (rests: readonly Rest[]) => clipped(rests, -Infinity, settled).filter(({ weekday }) => weekday === null)
  return JSON.stringify(joined([...dates(plan.rests), ...dates(wanted)])) !== JSON.stringify(joined(dates(plan.rests)))
}

/** A rest as whole days since 1970-01-01, both ends included; an end at infinity is none. */
type Span = { from: number; to: number; weekday: Weekday | null }

function dayOf(text: string): StudyDay {
  const day = parseStudyDay(text)
  if (day === null) throw new Error(`${text} is no date of the calendar.`)
  return day
}

const spanOf = ({ from, to, weekday }: Rest): Span => ({ from: dayOf(from), to: to === null ? Infinity : dayOf(to), weekday })

/** What of the rests lies from `first` to `last`. */
function clipped(rests: readonly Rest[], first: number, last: number): Span[] {
  return rests.map(spanOf).map((span) => ({ ...span, from: Math.max(span.from, first), to: Math.min(span.to, last) }))
}

/** The fewest rests for these spans, in the order of their beginnings: what follows on is one, what holds no day is none. */
function joined(spans: readonly Span[]): Rest[] {
  const found: Span[] = []
  for (const span of spans.map(tight).toSorted((a, b) => a.from - b.from)) {
    if (span.to < span.from) continue
    const reach = span.weekday === null ? 1 : 7
    const before = found.find((other) => other.weekday === span.weekday && other.to + reach >= span.from)
    if (before) before.to = Math.max(before.to, span.to)
    else found.push(span)
  }
  return found.map(({ from, to, weekday }) => ({ from: textOf(from), to: to === Infinity ? null : textOf(to), weekday }))
}

/** The same days, from the first of them to the last. */
function tight({ from, to, weekday }: Span): Span {
  if (weekday === null) return { from, to, weekday }
  const sinceLast = (day: number) => (weekdayOf(day as StudyDay) - weekday + 7) % 7
  return { from: from + ((7 - sinceLast(from)) % 7), to: to === Infinity ? to : to - sinceLast(to), weekday }
}

const textOf = (day: number): string => formatStudyDay(day as StudyDay)
