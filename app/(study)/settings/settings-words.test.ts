import { expect, test } from 'vitest'
import { NO_DAYS_OFF, type Rest } from '#lib/core/days-off.ts'
import { DEFAULT_KEYS, DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { differences, restWords, sameZone, thereWords } from './settings-words.ts'

const settings = { zone: 'Europe/Lisbon', rolloverHour: 4, name: null, daysOff: NO_DAYS_OFF, preferences: DEFAULT_PREFERENCES }

const rest = (from: string, to: string | null = from): Rest => ({ from, to, weekday: null })
const weekly = (weekday: Rest['weekday'], to: string | null = null): Rest => ({ from: '2026-11-25', to, weekday })

test.each([
  { given: rest('2026-12-24'), words: '24 December 2026' },
  { given: rest('2026-12-24', '2027-01-01'), words: '24 December 2026 to 1 January 2027' },
  { given: rest('2026-12-24', null), words: 'from 24 December 2026 on' },
  { given: weekly(7), words: 'every Sunday' },
  { given: weekly(1, '2026-12-28'), words: 'every Monday to 28 December 2026' },
])('a rest in words: $words', ({ given, words }) => {
  expect(restWords(given)).toBe(words)
})

test('two versions differ in what was changed, in words', () => {
  expect(differences(settings, settings)).toEqual([])
  const keys = { ...DEFAULT_KEYS, bury: ['b', ' '], leave: [] }
  const daysOff = { settledTo: null, rests: [weekly(7), rest('2026-12-24', '2027-01-01')] }
  const here = {
    ...settings,
    name: 'Anna',
    zone: 'Asia/Tokyo',
    rolloverHour: 0,
    daysOff,
    preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' as const, timer: true, keys },
  }
  expect(differences(settings, here)).toEqual([
    { name: 'Name', there: 'none', here: 'Anna' },
    { name: 'Time zone', there: 'Europe/Lisbon', here: 'Asia/Tokyo' },
    { name: 'The day starts at', there: '04:00', here: '00:00' },
    { name: 'Days off', there: 'none', here: 'every Sunday, 24 December 2026 to 1 January 2027' },
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
