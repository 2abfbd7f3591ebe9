import { expect, test } from 'vitest'
import { clockTime, dayName, hourWords, instantDay, isLaterDay, whenWords } from './days.ts'

test('a day has one name wherever it is read', () => {
  expect(dayName('2026-11-24', 'long')).toBe('Tuesday 24 November')
  expect(dayName('2026-11-24', 'short')).toBe('Tue')
})

test.each([
  ['2026-11-25', 'tomorrow'],
  ['2026-11-27', 'on Friday 27 November'],
])('%s, seen from 24 November', (day, words) => {
  expect(whenWords(day, '2026-11-24')).toBe(words)
})

test('an instant is read in the zone of its learner', () => {
  const at = Date.UTC(2026, 10, 24, 13, 20)
  expect([clockTime(at, 'Europe/Lisbon'), clockTime(at, 'Australia/Lord_Howe')]).toEqual(['13:20', '00:20'])
  expect([instantDay(at, 'Europe/Lisbon'), instantDay(at, 'Australia/Lord_Howe')]).toEqual(['24 November 2026', '25 November 2026'])
  expect(hourWords(4)).toBe('04:00')
})

test.each([
  ['the same evening', Date.UTC(2026, 10, 24, 23), false],
  ['before the rollover', Date.UTC(2026, 10, 25, 3, 59), false],
  ['after the rollover', Date.UTC(2026, 10, 25, 4), true],
  ['a clock that was put back', Date.UTC(2026, 10, 23, 12), false],
])('a later study day: %s', (_, atMs, later) => {
  expect(isLaterDay(atMs, { zone: 'Europe/Lisbon', rolloverHour: 4 }, '2026-11-24')).toBe(later)
})
