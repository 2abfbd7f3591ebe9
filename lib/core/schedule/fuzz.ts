// Fuzz spreads cards that were learnt together. It is drawn from a seed, so the interval on a button is the one applied.

import type { CardId } from '../ids.ts'

export type IntervalBounds = { min: number; max: number }

/** The seed of a card's next answer. The same card after the same number of answers always gets the same draw. */
export function fuzzSeed(cardId: CardId, reps: number): number {
  let hash = 0x811c9dc5
  for (const char of `${cardId}:${reps}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return scramble(hash)
}

/** A number in [0, 1) that a seed decides. */
export function drawn(seed: number): number {
  return scramble(seed + 0x9e3779b9) / 2 ** 32
}

/**
 * The whole days that fuzz may choose from, both ends included: none apart below 2.5 days, then a span that grows by 15, 10
 * and 5 percent of the days up to 7, up to 20 and beyond (Anki's, in `states/fuzz.rs`).
 */
export function fuzzBounds(intervalDays: number, { min, max }: IntervalBounds): { lower: number; upper: number } {
  const least = Math.min(min, max)
  const interval = Math.min(max, Math.max(least, intervalDays))
  const span = fuzzSpan(interval)
  const within = (days: number) => Math.min(max, Math.max(least, Math.round(days)))
  return { lower: within(interval - span), upper: within(interval + span) }
}

/** Whole days for a raw interval, within bounds, spread by the seed or, with null, only rounded. */
export function wholeDays(intervalDays: number, bounds: IntervalBounds, seed: number | null): number {
  const least = Math.min(bounds.min, bounds.max)
  if (seed === null) return Math.min(bounds.max, Math.max(least, Math.round(intervalDays)))
  const { lower, upper } = fuzzBounds(intervalDays, bounds)
  return Math.floor(lower + drawn(seed) * (1 + upper - lower))
}

export function fuzzSpan(intervalDays: number): number {
  if (intervalDays < 2.5) return 0
  const between = (from: number, to: number) => Math.max(0, Math.min(intervalDays, to) - from)
  return 1 + 0.15 * between(2.5, 7) + 0.1 * between(7, 20) + 0.05 * between(20, Infinity)
}

// The finalizer of MurmurHash3: every bit of the input moves every bit of the result.
function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
