import { expect, test } from 'vitest'
import type { CardState } from '../card.ts'
import fuzz from '../fixtures/anki-fuzz.json' with { type: 'json' }
import vectors from '../fixtures/fsrs-vectors.json' with { type: 'json' }
import type { CardId } from '../ids.ts'
import { DEFAULT_OPTIONS } from '../options.ts'
import { outcomes } from '../schedule.ts'
import { drawn, fuzzBounds, fuzzSeed, wholeDays } from './fuzz.ts'
import { daysOf, noonOf, reviewCard, TODAY, UTC } from './review-card.model.ts'

test('the bounds of the published vectors', () => {
  const { expected } = vectors.vectors.find(({ id }) => id === 'anki_fuzz_bounds') as { expected: unknown }
  const bounds = [2.5, 7, 17, 37].map((days) => fuzzBounds(days, { min: 1, max: 36_500 }))
  expect(bounds.map(({ lower, upper }) => [lower, upper])).toEqual(expected)
})

test.each(Object.entries(fuzz.intervals))('%s days, as Anki spreads them', (days, byMaximum) => {
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

test.each(fuzz.buttons.map((recorded) => [recorded.id, recorded as Recorded] as const))('the buttons of Anki: %s', (_, recorded) => {
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
