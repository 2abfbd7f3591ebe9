// Numbers as people say them: counts, times to wait and times that work takes. Numbers keep to their units by a no-break space.

const NBSP = '\u00a0'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "1 card", "42 cards". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')}${NBSP}${number === 1 ? one : many}`
}

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** A number that begins a sentence: in letters up to twelve. */
export function numberWord(number: number): string {
  return SMALL[number] ?? String(number)
}

export type Wait = { ms: number } | { days: number }

/** A wait as a button shows it, and in full as it is read aloud. */
export function waitWords(wait: Wait): { short: string; full: string } {
  if ('days' in wait) return dayWords(wait.days)
  if (wait.ms < MINUTE_MS) return unit(Math.max(1, Math.round(wait.ms / 1000)), 's', 'second')
  if (wait.ms < 10 * MINUTE_MS) return unit(oneDecimal(wait.ms / MINUTE_MS), 'min', 'minute')
  if (wait.ms < 100 * MINUTE_MS) return unit(Math.round(wait.ms / MINUTE_MS), 'min', 'minute')
  return unit(oneDecimal(wait.ms / HOUR_MS), 'h', 'hour')
}

/** Days are exact up to 999; beyond, a year is what people can feel, and what fits a button. */
function dayWords(days: number): { short: string; full: string } {
  if (days < 1000) return unit(days, days === 1 ? 'day' : 'days', 'day')
  return unit(oneDecimal(days / 365.25), 'years', 'year')
}

function unit(number: number, short: string, full: string): { short: string; full: string } {
  return { short: `${number}${NBSP}${short}`, full: count(number, full) }
}

function oneDecimal(number: number): number {
  return Math.round(number * 10) / 10
}

/** Time spent: "40 s", "8 min 40 s", "1 h 5 min". */
export function spentWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const parts =
    seconds < 60
      ? [[seconds, 's']]
      : seconds < 3600
        ? [
            [Math.floor(seconds / 60), 'min'],
            [seconds % 60, 's'],
          ]
        : [
            [Math.floor(seconds / 3600), 'h'],
            [Math.floor((seconds % 3600) / 60), 'min'],
          ]
  return parts
    .filter(([number], index) => number !== 0 || index === 0)
    .map(([number, name]) => `${number}${NBSP}${name}`)
    .join(' ')
}

/** "29 to review, 3 in learning, 10 new": what is none is left out. */
export function countsWords(counts: { new: number; learning: number; review: number }): string {
  return [
    counts.review > 0 ? `${counts.review} to review` : null,
    counts.learning > 0 ? `${counts.learning} in learning` : null,
    counts.new > 0 ? `${counts.new} new` : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** A predicted recall, rounded down: what is below the aim never reads as if it had reached it. */
export function recallWords(recall: number): string {
  return `${Math.floor(recall * 100 + 1e-9)}%`
}

/** A share from 0 to 1: "91%", with one digit "91.4%". */
export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)}%`
}
