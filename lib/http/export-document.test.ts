import { expect, test } from 'vitest'
import { NO_DAYS_OFF } from '#lib/core/days-off.ts'
import { DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { readExport } from './export-document.ts'

const id = '0199f000-0000-7000-8000-000000000001'
const made = { id, group: id, device: id, seq: 0, claimedAt: '2026-11-24T12:00:00.000Z', zone: 'Europe/Lisbon', rolloverHour: 4 }
const event = { ...made, kind: 'mark', cardId: id, flag: 3, at: '2026-11-24T12:00:00.000Z', studyDay: '2026-11-24', cursor: 1 }
const whole = {
  format: 'myelin-export',
  formatVersion: 1,
  exportedAt: '2026-11-24T12:00:00.000Z',
  settings: { zone: 'Europe/Lisbon', rolloverHour: 4, preferences: { theme: 'dark' } },
  events: [event],
  presets: [{ id, name: 'One' }],
  presetVersions: [],
  decks: [],
  notes: [],
  cards: [],
}

test('an export is read, with preferences as far as this version knows them', () => {
  expect(readExport(JSON.stringify(whole))).toMatchObject({
    ok: true,
    document: {
      settings: { zone: 'Europe/Lisbon', rolloverHour: 4, preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' } },
      events: [{ kind: 'mark', flag: 3, at: Date.UTC(2026, 10, 24, 12), cursor: 1 }],
      rows: { presets: [{ id, name: 'One' }] },
    },
  })
})

test('a name and days off are read, and what is none of them is let go', () => {
  const settingsOf = (settings: object) => {
    const read = readExport(JSON.stringify({ ...whole, settings: { ...whole.settings, ...settings } }))
    return read.ok && read.document.settings
  }
  const daysOff = { settledTo: '2026-11-24', rests: [{ from: '2026-12-24', to: '2027-01-01', weekday: null }] }
  expect(settingsOf({ name: 'Anna', daysOff })).toMatchObject({ name: 'Anna', daysOff })
  expect(settingsOf({})).toMatchObject({ name: null, daysOff: NO_DAYS_OFF })
  expect(settingsOf({ name: 'x'.repeat(61), daysOff: { rests: 'all' } })).toMatchObject({ name: null, daysOff: NO_DAYS_OFF })
})

test.each([
  { what: 'cut off', text: JSON.stringify(whole).slice(0, -20), says: /^This is no whole export/ },
  { what: 'another JSON', text: '{"format": "other"}', says: /^This is no whole export/ },
  { what: 'no JSON', text: 'hello', says: /^This is no whole export/ },
  { what: 'a list that is missing', text: JSON.stringify({ ...whole, notes: undefined }), says: /^This is no whole export/ },
  { what: 'a row without an id', text: JSON.stringify({ ...whole, notes: [{}] }), says: /^This is no whole export/ },
  { what: 'of later', text: JSON.stringify({ ...whole, formatVersion: 2 }), says: /^This export was made by a newer Myelin/ },
  {
    what: 'an event without a time',
    text: JSON.stringify({ ...whole, events: [event, { ...event, at: null }] }),
    says: /^Event 2 of 2 cannot be read/,
  },
])('$what: $says', ({ text, says }) => {
  const read = readExport(text)
  expect(read).toEqual({ ok: false, sentence: expect.stringMatching(says) })
  expect(!read.ok && read.sentence).toContain('Nothing was restored.')
})
