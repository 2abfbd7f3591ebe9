import { expect, test } from 'vitest'
import { harvestWords } from './harvest-words.ts'

test.each([
  [{ cards: 38, answers: 121, days: 4, ownCards: 0 }, '38 cards, 121 answers, 4 days'],
  [{ cards: 1, answers: 1, days: 1, ownCards: 2 }, '1 card, 1 answer, 1 day, 2 cards of your own'],
  [{ cards: 0, answers: 0, days: 0, ownCards: 1 }, '1 card of your own'],
  [{ cards: 0, answers: 0, days: 0, ownCards: 0 }, ''],
])('%o', (harvest, words) => {
  expect(harvestWords(harvest).replaceAll('\u00a0', ' ')).toBe(words)
})
