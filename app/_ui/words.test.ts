import { expect, test } from 'vitest'
import { count, countsWords, numberWord, spentWords, waitWords } from './words.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  [{ ms: 0 }, '1 s', '1 second'],
  [{ ms: 30 * SECOND }, '30 s', '30 seconds'],
  [{ ms: MINUTE }, '1 min', '1 minute'],
  [{ ms: 5.5 * MINUTE }, '5.5 min', '5.5 minutes'],
  [{ ms: 90 * MINUTE }, '90 min', '90 minutes'],
  [{ ms: 100 * MINUTE }, '1.7 h', '1.7 hours'],
  [{ ms: 3 * HOUR }, '3 h', '3 hours'],
  [{ days: 1 }, '1 day', '1 day'],
  [{ days: 163 }, '163 days', '163 days'],
  [{ days: 999 }, '999 days', '999 days'],
  [{ days: 1461 }, '4 years', '4 years'],
  [{ days: 36_500 }, '99.9 years', '99.9 years'],
])('a wait of %o', (wait, short, full) => {
  const words = waitWords(wait)
  expect([plain(words.short), plain(words.full)]).toEqual([short, full])
})

test.each([
  [0, '0 s'],
  [40 * SECOND, '40 s'],
  [60 * SECOND, '1 min'],
  [8 * MINUTE + 40 * SECOND, '8 min 40 s'],
  [HOUR, '1 h'],
  [HOUR + 5 * MINUTE + 9 * SECOND, '1 h 5 min'],
])('%i ms spent', (ms, words) => {
  expect(plain(spentWords(ms))).toBe(words)
})

test.each([
  [{ new: 10, learning: 3, review: 29 }, '29 to review, 3 in learning, 10 new'],
  [{ new: 10, learning: 0, review: 0 }, '10 new'],
  [{ new: 0, learning: 0, review: 0 }, ''],
])('counts of %o', (counts, words) => {
  expect(countsWords(counts)).toBe(words)
})

test('one is singular, and numbers that begin a sentence are words up to twelve', () => {
  expect(plain(count(1, 'answer'))).toBe('1 answer')
  expect(plain(count(7, 'answer'))).toBe('7 answers')
  expect([numberWord(10), numberWord(13)]).toEqual(['Ten', '13'])
})
