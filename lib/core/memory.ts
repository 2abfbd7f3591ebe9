// The one adapter over ts-fsrs: the memory model FSRS-6, and nothing of ts-fsrs's own scheduler.
// Days are counted by the caller in study days: ts-fsrs would count UTC days, or blocks of 24 hours.

import { CLAMP_PARAMETERS, default_w, FSRSAlgorithm } from 'ts-fsrs'
import type { Memory, Rating } from './card.ts'

/** FSRS-6's default parameters, fitted by open-spaced-repetition to many learners' reviews: w0 to w20. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w

const STABILITY_DAYS = { min: 0.001, max: 36_500 }
const DIFFICULTY = { min: 1, max: 10 }
// ts-fsrs floors the stability of a first answer here; parameters below would promise what it does not do.
const SMALLEST_FIRST_STABILITY = 0.1

/**
 * Memory after an answer.
 * @param memory before it; null for a card never answered
 * @param elapsedDays whole study days since the last answer, 0 on the same day
 * @param parameters 21 numbers that `checkParameters` let through
 */
export function nextMemory(memory: Memory | null, elapsedDays: number, rating: Rating, parameters: readonly number[]): Memory {
  const { days, sameDay } = algorithms(parameters)
  if (memory === null) return memoryOf(days.next_state(null, 0, rating))
  const known = {
    stability: clamp(memory.stability, STABILITY_DAYS),
    difficulty: clamp(memory.difficulty, DIFFICULTY),
  }
  if (elapsedDays > 0) return memoryOf(days.next_state(known, elapsedDays, rating))
  return {
    stability: sameDay.next_short_term_stability(known.stability, rating),
    difficulty: sameDay.next_difficulty(known.difficulty, rating),
  }
}

/**
 * Probability of recall, 0 to 1, so many days after the last answer. Fractions of a day count. FSRS-6 says
 * nothing useful about recall within the day of the last answer: do not show it there.
 */
export function recall(memory: Memory, elapsedDays: number, parameters: readonly number[]): number {
  const { exponent, factor } = curve(parameters)
  return (1 + (factor * elapsedDays) / memory.stability) ** exponent
}

/** Days until recall has fallen to the desired retention (0 to 1): neither rounded nor bounded. */
export function intervalDays(stability: number, desiredRetention: number, parameters: readonly number[]): number {
  const { exponent, factor } = curve(parameters)
  return (stability / factor) * (desiredRetention ** (1 / exponent) - 1)
}

/** True where the parameters tell answers of one day apart: same-day memory is then modelled at all. */
export function hasShortTerm(parameters: readonly number[]): boolean {
  return parameterAt(parameters, 17) > 0 && parameterAt(parameters, 18) > 0
}

export type CheckedParameters = { ok: readonly number[] } | { error: string }

/**
 * Checks parameters before they are kept: ts-fsrs takes the default for a list of the wrong length and clips what is out of
 * range, both in silence. Gives them back with w0 to w3 raised to 0.1, below which fitting may go but ts-fsrs does not.
 */
export function checkParameters(list: readonly unknown[]): CheckedParameters {
  const ranges = CLAMP_PARAMETERS(2, false)
  if (list.length !== ranges.length) {
    return { error: `FSRS-6 takes ${ranges.length} parameters; this list has ${list.length}. Paste all of them, separated by commas.` }
  }
  const parameters: number[] = []
  for (const [index, range] of ranges.entries()) {
    const [min, max] = range as [number, number]
    const value = list[index]
    if (typeof value !== 'number' || !(value >= min && value <= max)) {
      return { error: `Parameter ${index + 1} must be a number from ${min} to ${max}. Correct it, or go back to the default parameters.` }
    }
    parameters.push(index < 4 ? Math.max(value, SMALLEST_FIRST_STABILITY) : value)
  }
  return { ok: parameters }
}

type Algorithms = {
  /** For answers a day or more apart, and the first. */
  days: FSRSAlgorithm
  /** For answers of one day: only with short-term memory off does ts-fsrs leave w19 below 0.01 as it is. */
  sameDay: FSRSAlgorithm
}

const made = new WeakMap<readonly number[], Algorithms>()

function algorithms(parameters: readonly number[]): Algorithms {
  const known = made.get(parameters)
  if (known) return known
  const w = [...parameters]
  const both = {
    days: new FSRSAlgorithm({ w, enable_short_term: true }),
    sameDay: new FSRSAlgorithm({ w, enable_short_term: false }),
  }
  made.set(parameters, both)
  return both
}

/** The forgetting curve: recall after so many days is `(1 + factor * days / stability) ** exponent`. */
export function curve(parameters: readonly number[]): { exponent: number; factor: number } {
  const exponent = -parameterAt(parameters, 20)
  return { exponent, factor: 0.9 ** (1 / exponent) - 1 }
}

function parameterAt(parameters: readonly number[], index: number): number {
  const value = parameters[index]
  if (value === undefined) throw new RangeError(`FSRS-6 takes 21 parameters; there is none at ${index}.`)
  return value
}

function memoryOf({ stability, difficulty }: Memory): Memory {
  return { stability, difficulty }
}

function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, value))
}
