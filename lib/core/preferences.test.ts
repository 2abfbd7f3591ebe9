import { expect, test } from 'vitest'
import { readPreferences, storedPreferences } from './preferences/parse.ts'
import { capOf, DEFAULT_KEYS, DEFAULT_PREFERENCES, keyMapRefusal, keyRefusal } from './preferences.ts'

test.each([
  { command: 'bury', key: 'b', refusal: null },
  { command: 'bury', key: 'u', refusal: 'U is taken by “Undo”. Choose another key, or take it away there first.' },
  { command: 'undo', key: 'u', refusal: 'U does that already.' },
  { command: 'bury', key: 'Tab', refusal: 'Tab is needed by the page or the browser. Choose a letter, a digit or a sign.' },
  { command: 'bury', key: 'ArrowDown', refusal: 'ArrowDown is needed by the page or the browser. Choose a letter, a digit or a sign.' },
  {
    command: 'leave',
    key: 'Enter',
    refusal: 'Enter is taken by “Show the answer, then Good”. Choose another key, or take it away there first.',
  },
] as const)('$key for $command: $refusal', ({ command, key, refusal }) => {
  expect(keyRefusal(DEFAULT_KEYS, command, key)).toBe(refusal)
})

test('the keys that come with the app hold', () => {
  expect(keyMapRefusal(DEFAULT_KEYS)).toBeNull()
  expect(keyMapRefusal({ ...DEFAULT_KEYS, hard: ['1'] })).toMatch(/^1 is taken by “Again”/)
})

test.each([
  [' ', 'Space'],
  ['u', 'U'],
  ['Escape', 'Esc'],
  ['Enter', 'Enter'],
  ['?', '?'],
])('the cap of %j reads %s', (key, cap) => {
  expect(capOf(key)).toBe(cap)
})

test('what a form sends is taken whole or refused', () => {
  expect(readPreferences(DEFAULT_PREFERENCES)).toEqual({ ok: true, preferences: DEFAULT_PREFERENCES })
  const upper = readPreferences({ ...DEFAULT_PREFERENCES, keys: { ...DEFAULT_KEYS, undo: ['U'] } })
  expect(upper).toMatchObject({ ok: true, preferences: { keys: { undo: ['u'] } } })
  const conflict = readPreferences({ ...DEFAULT_PREFERENCES, keys: { ...DEFAULT_KEYS, source: ['u'] } })
  expect(conflict).toEqual({ ok: false, refusal: expect.stringMatching(/^U is taken by “Undo”/) })
  for (const wrong of [null, {}, { ...DEFAULT_PREFERENCES, theme: 'sepia' }, { ...DEFAULT_PREFERENCES, keys: { fly: ['f'] } }]) {
    expect(readPreferences(wrong)).toEqual({ ok: false, refusal: null })
  }
})

test('what is stored is read as far as it can be', () => {
  expect(storedPreferences(null)).toEqual(DEFAULT_PREFERENCES)
  expect(storedPreferences({})).toEqual(DEFAULT_PREFERENCES)
  expect(storedPreferences({ theme: 'dark', buttons: 'nine', keys: { bury: ['b'] } })).toEqual({
    ...DEFAULT_PREFERENCES,
    theme: 'dark',
    keys: { ...DEFAULT_KEYS, bury: ['b'] },
  })
  expect(storedPreferences({ timer: true, keys: { bury: ['u'] } })).toEqual({ ...DEFAULT_PREFERENCES, timer: true })
})
