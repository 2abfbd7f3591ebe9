import { describe, expect, test } from 'vitest'
import { newCardState } from '../fold/apply.ts'
import { DEFAULT_PARAMETERS } from '../memory.ts'
import { reviewCard, TODAY } from './review-card.model.ts'
import { seenBefore } from './seen.ts'

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
