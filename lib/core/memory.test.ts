import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Memory, Rating } from './card.ts'
import vectors from './fixtures/fsrs-vectors.json' with { type: 'json' }
import { checkParameters, DEFAULT_PARAMETERS, intervalDays, nextMemory, recall } from './memory.ts'

const RATINGS = [1, 2, 3, 4] as const satisfies readonly Rating[]

type Vector = { id: string; expected: unknown; tolerance: number; args?: Record<string, unknown> }
const vector = (id: string): Vector => {
  const found = (vectors.vectors as Vector[]).find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no vector ${id}`)
  return found
}

/** FSRS-5's 19 parameters as FSRS-6 has them: no same-day damping, the old fixed decay. */
const fromFsrs5 = (w: readonly number[]) => [...w, 0, 0.5]
const withW = (changes: Record<number, number>) => DEFAULT_PARAMETERS.map((value, index) => changes[index] ?? value)

function play(ratings: readonly number[], elapsed: readonly number[], w: readonly number[], from: Memory | null = null): Memory {
  let memory = from
  ratings.forEach((rating, index) => {
    memory = nextMemory(memory, elapsed[index] ?? 0, rating as Rating, w)
  })
  if (memory === null) throw new Error('nothing was played')
  return memory
}

const pair = ({ stability, difficulty }: Memory) => [stability, difficulty]
const memo = { ratings: [1, 3, 3, 3, 3, 3], elapsed: [0, 0, 1, 3, 8, 21] }
const args = (id: string) => vector(id).args as { parameters: number[]; ratings: number[]; elapsedDays: number[]; thenElapsedDays: number }

// What each vector asks of this module. Interval histories, steps, fuzz and the maximum are the scheduler's: see schedule.test.ts.
// Not taken up: memory_from_sm2 and convert_17_to_21 (nothing here starts from SM-2 numbers or from FSRS-4 parameters).
const computed: Record<string, () => unknown> = {
  memory_state_short_term: () => pair(play(memo.ratings, memo.elapsed, DEFAULT_PARAMETERS)),
  memory_state_long_term: () => pair(play(memo.ratings, memo.elapsed, withW({ 17: 0, 18: 0, 19: 0 }))),
  init_state: () => RATINGS.map((rating) => pair(nextMemory(null, 0, rating, DEFAULT_PARAMETERS))),
  next_difficulty_from_5: () =>
    RATINGS.map((rating) => nextMemory({ stability: 5, difficulty: 5 }, 1, rating, DEFAULT_PARAMETERS).difficulty),
  // Its first number is the formula of recall at Again, where memory takes that of forgetting: the other three are compared.
  recall_stability: () => ([2, 3, 4] as const).map((rating) => stabilityAt(rating, 1 - rating / 10, rating, DEFAULT_PARAMETERS)),
  forget_stability: () => RATINGS.map((rating) => stabilityAt(rating, 1 - rating / 10, 1, withW({ 17: 0, 18: 0 }))),
  short_term_stability: () => RATINGS.map((rating) => nextMemory({ stability: 5, difficulty: 5 }, 0, rating, DEFAULT_PARAMETERS).stability),
  forgetting_curve: () =>
    (
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 4],
        [5, 2],
      ] as const
    ).map(([days, stability]) => recall({ stability, difficulty: 5 }, days, DEFAULT_PARAMETERS)),
  'retrievability_decay_.2': () => [0, 1, 2, 3].map((days) => recall({ stability: 1, difficulty: 5 }, days, withW({ 20: 0.2 }))),
  interval_vs_retention: () =>
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((retention) =>
      Math.max(1, Math.round(intervalDays(1, retention, DEFAULT_PARAMETERS))),
    ),
  memo_state_fsrs5params: () => {
    const { parameters, ratings, elapsedDays } = args('memo_state_fsrs5params')
    return pair(play(ratings, elapsedDays, fromFsrs5(parameters)))
  },
  next_states_fsrs5params: () => {
    const { parameters, ratings, elapsedDays, thenElapsedDays } = args('next_states_fsrs5params')
    const before = play(ratings, elapsedDays, fromFsrs5(parameters))
    return RATINGS.map((rating) => pair(nextMemory(before, thenElapsedDays, rating, fromFsrs5(parameters))))
  },
}

/** Stability after an answer from S = 5 when recall has fallen to a given value. */
function stabilityAt(difficulty: number, recallNow: number, rating: Rating, w: readonly number[]): number {
  return nextMemory({ stability: 5, difficulty }, intervalDays(5, recallNow, w), rating, w).stability
}

describe('published vectors of FSRS', () => {
  test.each(Object.keys(computed))('%s', (id) => {
    const { expected, tolerance } = vector(id)
    const actual = [computed[id]?.()].flat(3) as number[]
    const wanted = ([expected].flat(3) as number[]).slice(id === 'recall_stability' ? 1 : 0)
    expect(actual).toHaveLength(wanted.length)
    wanted.forEach((value, index) => {
      expect(Math.abs((actual[index] ?? NaN) - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)))
    })
  })
})

describe('laws of memory', () => {
  const memory = fc.record({
    stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  })
  const elapsed = fc.integer({ min: 0, max: 20_000 })

  test('a better rating never leaves a weaker or harder memory', () => {
    fc.assert(
      fc.property(memory, elapsed, (before, days) => {
        const after = RATINGS.map((rating) => nextMemory(before, days, rating, DEFAULT_PARAMETERS))
        for (const [worse, better] of [
          [0, 1],
          [1, 2],
          [2, 3],
        ] as const) {
          expect(after[better]!.stability).toBeGreaterThanOrEqual(after[worse]!.stability)
          expect(after[better]!.difficulty).toBeLessThanOrEqual(after[worse]!.difficulty)
        }
      }),
    )
  })

  test('recall falls with time, and the interval is when it has fallen to the desired retention', () => {
    fc.assert(
      fc.property(memory, fc.double({ min: 0.7, max: 0.99, noNaN: true }), (before, retention) => {
        const days = intervalDays(before.stability, retention, DEFAULT_PARAMETERS)
        expect(recall(before, days, DEFAULT_PARAMETERS)).toBeCloseTo(retention, 9)
        expect(recall(before, days + 1, DEFAULT_PARAMETERS)).toBeLessThan(retention)
      }),
    )
  })

  test('any memory that an import may bring is stepped to one within bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), fc.double({ noNaN: true }), elapsed, (stability, difficulty, days) => {
        const after = nextMemory({ stability, difficulty }, days, 3, DEFAULT_PARAMETERS)
        expect(after.stability).toBeGreaterThanOrEqual(0.001)
        expect(after.stability).toBeLessThanOrEqual(36_500)
        expect(after.difficulty).toBeGreaterThanOrEqual(1)
        expect(after.difficulty).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('checking parameters', () => {
  test('the default ones pass unchanged', () => expect(checkParameters(DEFAULT_PARAMETERS)).toEqual({ ok: DEFAULT_PARAMETERS }))

  test('first stabilities below a tenth of a day are raised to it', () => {
    expect(checkParameters(withW({ 0: 0.02 }))).toEqual({ ok: withW({ 0: 0.1 }) })
  })

  test.each([
    ['too few', DEFAULT_PARAMETERS.slice(0, 19), '19'],
    ['not a number', withW({ 7: NaN }), 'Parameter 8 '],
    ['infinite', withW({ 8: Infinity }), 'Parameter 9 '],
    ['out of range', withW({ 4: 11 }), 'Parameter 5 '],
    ['text', ['0.2', ...DEFAULT_PARAMETERS.slice(1)], 'Parameter 1 '],
  ])('%s: refused with a sentence that says which', (_, list, says) => {
    const checked = checkParameters(list)
    expect(checked).toHaveProperty('error')
    expect('error' in checked && checked.error).toContain(says)
  })
})
