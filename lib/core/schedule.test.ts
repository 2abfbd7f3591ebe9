import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardState, Rating } from './card.ts'
import { DAY_MS, HOUR_MS } from './day-civil.ts'
import type { StudyDay } from './day.ts'
import vectors from './fixtures/fsrs-vectors.json' with { type: 'json' }
import { newCardState } from './fold/apply.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { elapsedSince, outcomes, rescheduled } from './schedule.ts'
import { daysOf, noonOf, reviewCard, TODAY, UTC } from './schedule/review-card.model.ts'

const expectedOf = (id: string) => (vectors.vectors.find((vector) => vector.id === id) as { expected: unknown }).expected

/** Answers a new card at each due time, and lists the days of each interval. */
function intervalsOf(ratings: readonly number[], options: Options): number[] {
  let card = newCardState(0)
  let now = noonOf(TODAY)
  return ratings.map((rating) => {
    const { next, memory } = outcomes(card, { ...options, fuzz: false }, { nowMs: now, ...UTC, seed: 1 })[rating as Rating]
    const today = Math.floor((now - 4 * HOUR_MS) / DAY_MS) as StudyDay
    if (next.phase === 'new') throw new Error('an answer never makes a card new')
    const due = 'ms' in next ? { dueAt: now + next.ms } : { dueDay: (today + next.days) as StudyDay }
    card = { ...card, phase: next.phase, step: next.step, due, memory, lastDay: today }
    now = 'ms' in next ? now + next.ms : noonOf(today + next.days)
    return 'days' in next ? next.days : 0
  })
}

describe('published vectors of FSRS around the scheduler', () => {
  test('ivl_history_fsrs6', () => {
    const ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    expect(intervalsOf(ratings, DEFAULT_OPTIONS)).toEqual(expectedOf('ivl_history_fsrs6'))
  })

  test('long_term_fsrs5_ivl', () => {
    const vector = vectors.vectors.find(({ id }) => id === 'long_term_fsrs5_ivl') as unknown as {
      args: { parameters: number[]; ratings: number[] }
    }
    // Without short-term memory, FSRS-5's w17 and w18 play no part.
    const parameters = [...vector.args.parameters.slice(0, 17), 0, 0, 0, 0.5]
    const options = { ...DEFAULT_OPTIONS, parameters, learningStepsMs: [], relearningStepsMs: [] }
    expect(intervalsOf(vector.args.ratings, options)).toEqual(expectedOf('long_term_fsrs5_ivl'))
  })

  test('maximum_interval respected', () => {
    const options = { ...DEFAULT_OPTIONS, maximumIntervalDays: 5 }
    const last = ([2, 3, 4] as const).map((rating) => intervalsOf([3, 3, 3, 3, 3, 3, rating], options).at(-1))
    expect(last).toEqual(expectedOf('maximum_interval respected'))
  })

  test.each([
    ['anki_steps_1_10 first', [60, 600], null],
    ['anki_steps_1_10_100 second', [60, 600, 6000], 1],
    ['anki_steps_10 single', [600], null],
  ] as const)('%s', (id, steps, step) => {
    const options = { ...DEFAULT_OPTIONS, learningStepsMs: steps.map((seconds) => seconds * 1000) }
    const card: CardState = { ...newCardState(0), phase: step === null ? 'new' : 'learning', step }
    const four = outcomes(card, options, { nowMs: noonOf(TODAY), ...UTC, seed: 1 })
    const seconds = ([1, 2, 3] as const).flatMap((rating) => ('ms' in four[rating].next ? [four[rating].next.ms / 1000] : []))
    expect(seconds).toEqual(expectedOf(id))
  })
})

describe('laws of the four outcomes', () => {
  const memories = fc.record({
    stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  })
  const inputs = fc.record({
    memory: memories,
    interval: fc.integer({ min: 1, max: 2000 }),
    elapsed: fc.integer({ min: 0, max: 3000 }),
    max: fc.integer({ min: 1, max: 4000 }),
    seed: fc.integer(),
    fuzzed: fc.boolean(),
    retention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
  })
  const optionsOf = (input: { max: number; fuzzed: boolean; retention: number }) => ({
    ...DEFAULT_OPTIONS,
    maximumIntervalDays: input.max,
    fuzz: input.fuzzed,
    desiredRetention: input.retention,
  })

  test('Hard, Good and Easy lie a day apart at least, within the maximum', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const card = reviewCard(input.memory, input.interval, input.elapsed)
        const four = outcomes(card, optionsOf(input), { nowMs: noonOf(TODAY), ...UTC, seed: input.seed })
        const [hard, good, easy] = ([2, 3, 4] as const).map((rating) => daysOf(four[rating])) as [number, number, number]
        expect(hard).toBeGreaterThanOrEqual(1)
        expect(good).toBeGreaterThanOrEqual(Math.min(hard + 1, input.max))
        expect(easy).toBeGreaterThanOrEqual(Math.min(good + 1, input.max))
        expect(easy).toBeLessThanOrEqual(input.max)
      }),
    )
  })

  test('fuzz never shortens an interval that grew', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const card = reviewCard(input.memory, input.interval, input.elapsed)
        const options = { ...optionsOf(input), maximumIntervalDays: 36_500 }
        const at = { nowMs: noonOf(TODAY), ...UTC, seed: input.seed }
        const plain = outcomes(card, { ...options, fuzz: false }, at)
        const spread = outcomes(card, { ...options, fuzz: true }, at)
        for (const rating of [2, 3, 4] as const) {
          if (daysOf(plain[rating]) > input.interval) expect(daysOf(spread[rating])).toBeGreaterThanOrEqual(input.interval)
        }
      }),
    )
  })
})

test.each([
  ['within the day', '2025-03-03T09:00:00Z', { phase: 'learning', step: 1, ms: 600_000 }],
  ['to the last ms of the day', '2025-03-04T03:49:59.999Z', { phase: 'learning', step: 1, ms: 600_000 }],
  ['onto the rollover', '2025-03-04T03:50:00Z', { phase: 'learning', step: 1, days: 1 }],
])('a ten-minute step %s', (_, now, next) => {
  expect(outcomes(newCardState(0), DEFAULT_OPTIONS, { nowMs: Date.parse(now), ...UTC, seed: 1 })[3].next).toEqual(next)
})

describe('rescheduling', () => {
  const options = { ...DEFAULT_OPTIONS, fuzz: false, parameters: DEFAULT_PARAMETERS }
  const at = { today: TODAY, seed: 1 }

  test('puts a card where its last answer would have', () => {
    expect(rescheduled(reviewCard({ stability: 30, difficulty: 5 }, 12, 10), options, at)).toEqual({
      phase: 'review',
      step: null,
      days: 20,
    })
  })
  test('never before today', () => {
    expect(rescheduled(reviewCard({ stability: 30, difficulty: 5 }, 90, 80), options, at)).toEqual({ phase: 'review', step: null, days: 0 })
  })
  test('leaves learning and new cards alone', () => expect(rescheduled(newCardState(0), options, at)).toBeNull())
})

test.each([
  ['never answered', null, 0],
  ['today', TODAY, 0],
  ['ten days ago', TODAY - 10, 10],
  ['tomorrow, before the learner flew west', TODAY + 1, 0],
])('days elapsed since an answer %s', (_, lastDay, days) => expect(elapsedSince(lastDay as StudyDay | null, TODAY)).toBe(days))
