import { expect, test } from 'vitest'
import { DEFAULT_KEYS, DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { readSettingsChange } from './settings-change.ts'

const body = { version: 3, zone: 'Europe/Lisbon', rolloverHour: 4, preferences: DEFAULT_PREFERENCES }

test('a change is read', () => {
  const { version, ...settings } = body
  expect(readSettingsChange(body)).toEqual({ ok: true, change: { version, settings } })
})

test.each([
  null,
  { ...body, version: -1 },
  { ...body, version: 1.5 },
  { ...body, zone: 'Europe/Atlantis' },
  { ...body, rolloverHour: 24 },
  { ...body, preferences: undefined },
  { ...body, preferences: { ...DEFAULT_PREFERENCES, textSize: 'huge' } },
])('%j is none', (value) => {
  expect(readSettingsChange(value)).toEqual({ ok: false, refusal: null })
})

test('keys that contradict each other are refused in words', () => {
  const keys = { ...DEFAULT_KEYS, bury: ['1'] }
  expect(readSettingsChange({ ...body, preferences: { ...DEFAULT_PREFERENCES, keys } })).toEqual({
    ok: false,
    refusal: '1 is taken by “Again”. Choose another key, or take it away there first.',
  })
})
