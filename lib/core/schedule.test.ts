import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardState, Memory, Rating } from './card.ts'
import { DAY_MS, HOUR_MS } from './day-civil.ts'
import type { StudyDay } from './day.ts'
import fuzz from './fixtures/anki-fuzz.json' with { type: 'json' }
import vectors from './fixtures/fsrs-vectors.json' with { type: 'json' }
import { newCardState } from './fold/apply.ts'
import type { CardId } from './ids.ts'
import { DEFAULT_PARAMETERS } from './memory.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { elapsedSince, outcomes, rescheduled } from './schedule.ts'
import { drawn, fuzzBounds, fuzzSeed, wholeDays } from './schedule/fuzz.ts'
import { makesLeech } from './schedule/leech.ts'
import { seenBefore } from './schedule/seen.ts'
import { hardMs } from './schedule/steps.ts'

const UTC = { zone: 'UTC', rolloverHour: 4 }
const noonOf = (day: number) => day * DAY_MS + 12 * HOUR_MS
const TODAY = 20_000 as StudyDay

const expectedOf = (id: string) => (vectors.vectors.find((vector) => vector.id === id) as { expected: unknown }).expected
const daysOf = (outcome: { next: object }) => ('days' in outcome.next ? (outcome.next.days as number) : 0)

/** A review card whose interval was so long and was last answered so long ago. */
function reviewCard(memory: Memory, intervalDays: number, elapsedDays: number): CardState {
  const lastDay = (TODAY - elapsedDays) as StudyDay
  return {
    ...newCardState(0),
    phase: 'review',
    memory,
    due: { dueDay: (lastDay + intervalDays) as StudyDay },
    reps: 5,
    firstDay: lastDay,
    lastDay,
  }
}

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

  test('anki_fuzz_bounds', () => {
    const bounds = [2.5, 7, 17, 37].map((days) => fuzzBounds(days, { min: 1, max: 36_500 }))
    expect(bounds.map(({ lower, upper }) => [lower, upper])).toEqual(expectedOf('anki_fuzz_bounds'))
  })
})

describe('fuzz as Anki spreads it', () => {
  test.each(Object.entries(fuzz.intervals))('%s days', (days, byMaximum) => {
    for (const [max, bounds] of Object.entries(byMaximum)) {
      const { lower, upper } = fuzzBounds(Number(days), { min: 1, max: Number(max) })
      expect([max, lower, upper]).toEqual([max, ...bounds])
    }
  })

  type Recorded = { state?: string; stability: number; difficulty: number; intervalDays?: number; elapsedDays: number } & {
    desiredRetention?: number
    maximumIntervalDays?: number
    buttons: Record<string, number[]>
  }

  test.each(fuzz.buttons.map((recorded) => [recorded.id, recorded as Recorded] as const))('%s', (_, recorded) => {
    const options = {
      ...DEFAULT_OPTIONS,
      desiredRetention: recorded.desiredRetention ?? 0.9,
      maximumIntervalDays: recorded.maximumIntervalDays ?? 36_500,
    }
    const review = reviewCard(recorded, recorded.intervalDays ?? 1, recorded.elapsedDays)
    const card: CardState =
      recorded.state === undefined ? review : { ...review, phase: recorded.state as 'learning', step: 1, due: { dueAt: noonOf(TODAY) } }
    const seen: Record<string, number[]> = {}
    for (let seed = 0; seed < 400; seed++) {
      const four = outcomes(card, options, { nowMs: noonOf(TODAY), ...UTC, seed })
      for (const [button, rating] of [
        ['hard', 2],
        ['good', 3],
        ['easy', 4],
      ] as const) {
        if (recorded.buttons[button]) (seen[button] ??= []).push(daysOf(four[rating]))
      }
    }
    const bounds = Object.fromEntries(Object.entries(seen).map(([button, days]) => [button, [Math.min(...days), Math.max(...days)]]))
    expect(bounds).toEqual(recorded.buttons)
  })

  test('each day is drawn about equally often', () => {
    const counts = new Map<number, number>()
    for (let card = 0; card < 5000; card++) {
      const days = wholeDays(10, { min: 1, max: 36_500 }, fuzzSeed(`card-${card}` as CardId, 3))
      counts.set(days, (counts.get(days) ?? 0) + 1)
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12])
    // Chi-square of 4 degrees of freedom: 18.5 is met by chance once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(18.5)
  })

  test('the seed is the card and its repetitions', () => {
    const card = '0193e2a0-0000-7000-8000-000000000001' as CardId
    expect(fuzzSeed(card, 3)).toBe(fuzzSeed(card, 3))
    expect(drawn(fuzzSeed(card, 3))).not.toBe(drawn(fuzzSeed(card, 4)))
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

test.each([
  [[60, 600], 0, 330],
  [[60, 600], 1, 600],
  [[600], 0, 900],
  [[86_400], 0, 2 * 86_400],
  [[43_200, 172_800], 0, 86_400],
  [[], 0, null],
])('Hard with steps of %j s at %i waits %s s', (steps, index, expected) => {
  const wait = hardMs(
    steps.map((seconds) => seconds * 1000),
    index,
  )
  expect(wait === null ? null : wait / 1000).toBe(expected)
})

test.each([
  [8, [8, 12, 16, 20]],
  [3, [3, 5, 7, 9]],
  [1, [1, 2, 3, 4]],
  [0, []],
])('with a threshold of %i the leeches begin at %j', (threshold, leeches) => {
  const all = Array.from({ length: 25 }, (_, lapses) => lapses).filter((lapses) => makesLeech(lapses, threshold))
  expect(all.slice(0, 4)).toEqual(leeches)
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

describe('what is told of a card before its answer', () => {
  const memory = { stability: 30, difficulty: 5 }

  test('a review', () => {
    const { recall, ...seen } = seenBefore(reviewCard(memory, 12, 30), DEFAULT_PARAMETERS, TODAY)
    expect(seen).toEqual({ phase: 'review', ...memory, elapsedDays: 30, intervalDays: 12 })
    expect(recall).toBeCloseTo(0.9, 9)
  })
  test('within the day of the last answer no recall is predicted', () => {
    expect(seenBefore(reviewCard(memory, 12, 0), DEFAULT_PARAMETERS, TODAY)).toMatchObject({ elapsedDays: 0, recall: null })
  })
  test('a new card has nothing to tell', () => {
    const nothing = { stability: null, difficulty: null, elapsedDays: null, recall: null, intervalDays: null }
    expect(seenBefore(newCardState(0), DEFAULT_PARAMETERS, TODAY)).toEqual({ phase: 'new', ...nothing })
  })
})
