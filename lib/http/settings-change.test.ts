import { expect, test } from 'vitest'
import { DEFAULT_KEYS, DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { readSettingsChange } from './settings-change.ts'

const daysOff = { settledTo: '2026-11-24', rests: [{ from: '2026-12-24', to: null, weekday: 4 }] }
const body = { version: 3, name: 'Anna', daysOff, zone: 'Europe/Lisbon', rolloverHour: 4, preferences: DEFAULT_PREFERENCES }

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
  { ...body, name: undefined },
  { ...body, name: 7 },
  { ...body, daysOff: undefined },
  { ...body, daysOff: { settledTo: null } },
  ...[
    { from: '2026-02-30', to: null, weekday: null },
    { from: '9999-01-01', to: null, weekday: null },
    { from: 20000, to: null, weekday: null },
    { from: '2026-12-24', to: null, weekday: 0 },
    { from: '2026-12-24', weekday: 1 },
  ].map((rest) => ({ ...body, daysOff: { settledTo: null, rests: [rest] } })),
  { ...body, preferences: undefined },
  { ...body, preferences: { ...DEFAULT_PREFERENCES, textSize: 'huge' } },
])('%j is none', (value) => {
  expect(readSettingsChange(value)).toEqual({ ok: false, refusal: null })
})

test('a name is taken without the spaces around it, and a wrong one is refused in words', () => {
  expect(readSettingsChange({ ...body, name: '  Anna  ' })).toMatchObject({ ok: true, change: { settings: { name: 'Anna' } } })
  expect(readSettingsChange({ ...body, name: ' ' })).toMatchObject({ ok: true, change: { settings: { name: null } } })
  expect(readSettingsChange({ ...body, name: 'x'.repeat(61) })).toEqual({ ok: false, refusal: '61 letters; a name has at most 60 here.' })
})

test('keys that contradict each other are refused in words', () => {
  const keys = { ...DEFAULT_KEYS, bury: ['1'] }
  expect(readSettingsChange({ ...body, preferences: { ...DEFAULT_PREFERENCES, keys } })).toEqual({
    ok: false,
    refusal: '1 is taken by “Again”. Choose another key, or take it away there first.',
  })
})
