import { expect, test } from 'vitest'
import { DEFAULT_KEYS, DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { differences, sameZone, thereWords } from './settings-words.ts'

const settings = { zone: 'Europe/Lisbon', rolloverHour: 4, preferences: DEFAULT_PREFERENCES }

test('two versions differ in what was changed, in words', () => {
  expect(differences(settings, settings)).toEqual([])
  const keys = { ...DEFAULT_KEYS, bury: ['b', ' '], leave: [] }
  const here = { zone: 'Asia/Tokyo', rolloverHour: 0, preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' as const, timer: true, keys } }
  expect(differences(settings, here)).toEqual([
    { name: 'Time zone', there: 'Europe/Lisbon', here: 'Asia/Tokyo' },
    { name: 'The day starts at', there: '04:00', here: '00:00' },
    { name: 'Time of the answer', there: 'Off', here: 'On' },
    { name: 'Keys for “Bury until tomorrow”', there: '-', here: 'B, Space' },
    { name: 'Keys for “End the sitting”', there: 'Esc', here: 'none' },
    { name: 'Theme', there: 'As the system', here: 'Dark' },
  ])
})

test.each([
  { one: 'Asia/Kolkata', other: 'Asia/Calcutta', same: true },
  { one: 'Europe/Lisbon', other: 'Europe/Lisbon', same: true },
  { one: 'Europe/Lisbon', other: 'Europe/London', same: false },
  { one: 'Europe/Lisbon', other: 'Nowhere', same: false },
])('$one and $other are one zone: $same', ({ one, other, same }) => {
  expect(sameZone(one, other)).toBe(same)
})

test.each([
  { zone: 'Europe/Lisbon', words: 'It is Tuesday 24 November there, 08:41.' },
  { zone: 'Pacific/Auckland', words: 'It is Tuesday 24 November there, 21:41.' },
  { zone: 'America/New_York', words: 'It is Tuesday 24 November there, 03:41.' },
])('the time in $zone', ({ zone, words }) => {
  expect(thereWords(Date.UTC(2026, 10, 24, 8, 41), zone)).toBe(words)
})
