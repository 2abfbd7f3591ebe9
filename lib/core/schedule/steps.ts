// Learning and relearning steps: how long each rating waits on the step that a card stands on.

import { DAY_MS } from '../day-civil.ts'

/** The step that a card stands on; the last one where the preset has lost steps meanwhile. Null without steps. */
export function stepIndex(steps: readonly number[], step: number | null): number | null {
  if (steps.length === 0) return null
  return Math.min(step ?? 0, steps.length - 1)
}

export function againMs(steps: readonly number[]): number | null {
  return steps[0] ?? null
}

/**
 * Hard repeats the step. On the first, which it would only confuse with Again, it waits the mean of the first two or,
 * with a single step, half as long again but at most a day longer.
 */
export function hardMs(steps: readonly number[], index: number): number | null {
  const own = steps[index]
  if (own === undefined || index > 0) return own ?? null
  const second = steps[1]
  const wait = second === undefined ? Math.min(own * 1.5, own + DAY_MS) : (own + Math.max(own, second)) / 2
  return wait > DAY_MS ? Math.round(wait / DAY_MS) * DAY_MS : Math.floor(wait)
}

/** Good goes on to the next step; null where there is none and the card graduates. */
export function goodMs(steps: readonly number[], index: number): number | null {
  return steps[index + 1] ?? null
}
