import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatStudyDay, isZone, parseStudyDay, studyDayOf, studyDayStart } from './day.ts'
import type { StudyDay } from './day.ts'
import { DAY_MS } from './day-civil.ts'

const at = (iso: string) => Date.parse(iso)
const day = (text: string): StudyDay => {
  const parsed = parseStudyDay(text)
  if (parsed === null) throw new Error(`${text} is no date`)
  return parsed
}

describe('the study day of an instant', () => {
  test.each([
    ['the second before the rollover', '2025-03-03T03:59:59.999Z', 'UTC', 4, '2025-03-02'],
    ['the rollover itself', '2025-03-03T04:00:00.000Z', 'UTC', 4, '2025-03-03'],
    ['a rollover at midnight', '2025-03-03T00:00:00.000Z', 'UTC', 0, '2025-03-03'],
    ['a rollover at noon', '2025-03-03T11:59:59.999Z', 'UTC', 12, '2025-03-02'],
    ['east of UTC', '2025-03-02T22:30:00.000Z', 'Asia/Kolkata', 4, '2025-03-03'],
    ['west of UTC', '2025-03-03T06:00:00.000Z', 'America/Los_Angeles', 4, '2025-03-02'],
    ['Berlin, the night the clocks go forward', '2025-03-30T01:59:59.999Z', 'Europe/Berlin', 4, '2025-03-29'],
    ['Berlin, the morning after', '2025-03-30T02:00:00.000Z', 'Europe/Berlin', 4, '2025-03-30'],
    ['Berlin, the night the clocks go back', '2025-10-26T02:59:59.999Z', 'Europe/Berlin', 4, '2025-10-25'],
    ['Berlin, the morning after that', '2025-10-26T03:00:00.000Z', 'Europe/Berlin', 4, '2025-10-26'],
    ['before the epoch', '1969-12-31T12:00:00.000Z', 'UTC', 4, '1969-12-31'],
    ['a day that has begun stays begun when clocks go back over the rollover', '2018-03-10T17:30:00Z', 'Antarctica/Casey', 3, '2018-03-11'],
  ])('%s', (_, iso, zone, rollover, expected) => {
    expect(formatStudyDay(studyDayOf(at(iso), zone, rollover))).toBe(expected)
  })
})

describe('the start of a study day', () => {
  test.each([
    ['an ordinary day', '2025-06-10', 'Europe/Berlin', 4, '2025-06-10T02:00:00.000Z'],
    ['New York, the hour that is left out', '2025-03-09', 'America/New_York', 2, '2025-03-09T07:00:00.000Z'],
    ['New York, the hour that comes twice: the first', '2025-11-02', 'America/New_York', 1, '2025-11-02T05:00:00.000Z'],
    ['Lord Howe, half an hour left out', '2025-10-05', 'Australia/Lord_Howe', 2, '2025-10-04T15:30:00.000Z'],
    ['Lord Howe, half an hour twice', '2025-04-06', 'Australia/Lord_Howe', 4, '2025-04-05T17:30:00.000Z'],
    ['Apia, the date that was left out', '2011-12-30', 'Pacific/Apia', 4, '2011-12-30T10:00:00.000Z'],
    ['Apia, the date after it', '2011-12-31', 'Pacific/Apia', 4, '2011-12-30T14:00:00.000Z'],
    ['midnight left out', '2018-11-04', 'America/Sao_Paulo', 0, '2018-11-04T03:00:00.000Z'],
  ])('%s', (_, text, zone, rollover, expected) => {
    expect(new Date(studyDayStart(day(text), zone, rollover)).toISOString()).toBe(expected)
  })
})

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
]

test('every instant lies in its study day, and days never run backwards', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') }),
      fc.integer({ min: 0, max: 6 * 3_600_000 }),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 23 }),
      (ms, later, zone, rollover) => {
        const own = studyDayOf(ms, zone, rollover)
        expect(studyDayStart(own, zone, rollover)).toBeLessThanOrEqual(ms)
        expect(studyDayStart(addDays(own, 1), zone, rollover)).toBeGreaterThan(ms)
        expect(studyDayOf(ms + later, zone, rollover)).toBeGreaterThanOrEqual(own)
      },
    ),
    { numRuns: 3000 },
  )
})

test('a text and its day are one another’s reverse, as the calendar has them', () => {
  for (let count = -25_000; count < 60_000; count += 13) {
    const text = new Date(count * DAY_MS).toISOString().slice(0, 10)
    expect(parseStudyDay(text)).toBe(count)
    expect(formatStudyDay(count as StudyDay)).toBe(text)
  }
})

test.each(['', '2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '25-01-01', '2025-01-01T00:00', ' 2025-01-01'])(
  '%j is no date',
  (text) => expect(parseStudyDay(text)).toBeNull(),
)

test.each([
  ['Europe/Lisbon', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
  ['__proto__', false],
])('zone %j: %s', (name, known) => expect(isZone(name)).toBe(known))
