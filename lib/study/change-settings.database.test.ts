import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { parseStudyDay } from '#lib/core/day.ts'
import { type DaysOff, NO_DAYS_OFF, type Rest } from '#lib/core/days-off.ts'
import type { UserId } from '#lib/core/ids.ts'
import { DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import type { Settings } from '#lib/core/settings.ts'
import { database } from '#lib/db/client.ts'
import { readSettings } from '#lib/db/settings.ts'
import { changeSettings } from './change-settings.ts'
import { UnknownLearner } from './record-events.ts'
import { newLearner, NOON, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

const off = (...days: string[]): Rest[] => days.map((day) => ({ from: day, to: day, weekday: null }))
const plan = (settledTo: string | null, ...days: string[]): DaysOff => ({ settledTo, rests: off(...days) })
// It is noon of Tuesday 24 November in Lisbon.
const home: Settings = { name: null, zone: 'Europe/Lisbon', rolloverHour: 4, daysOff: plan('2026-11-24'), preferences: DEFAULT_PREFERENCES }
const dark = { ...home, name: 'Anna', zone: 'Asia/Tokyo', rolloverHour: 3, preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' as const } }
const light = { ...dark, preferences: { ...DEFAULT_PREFERENCES, theme: 'light' as const } }

test('a change is kept, and one that was made from older settings is refused with both', async () => {
  const learner = await newLearner()
  expect(await readSettings(learner.id)).toEqual({
    version: 0,
    settings: { ...home, daysOff: NO_DAYS_OFF },
  })
  const current = { version: 1, settings: dark }
  expect(await changeSettings(learner.id, { version: 0, settings: dark }, NOON)).toEqual({ kind: 'saved', current })
  expect(await changeSettings(learner.id, { version: 0, settings: light }, NOON)).toEqual({ kind: 'stale', current })
  expect(await readSettings(learner.id)).toEqual({ version: 1, settings: dark })
})

test('of two changes at once, one is kept', async () => {
  const learner = await newLearner()
  const changes = await Promise.all([dark, light].map((settings) => changeSettings(learner.id, { version: 0, settings }, NOON)))
  expect(changes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  expect((await readSettings(learner.id))?.version).toBe(1)
})

test('another learner’s settings stay as they were', async () => {
  const [learner, other] = [await newLearner(), await newLearner()]
  await changeSettings(learner.id, { version: 0, settings: dark }, NOON)
  expect((await readSettings(other.id))?.version).toBe(0)
})

test('a learner who is gone has no settings', async () => {
  const gone = '00000000-0000-7000-8000-000000000000' as UserId
  await expect(changeSettings(gone, { version: 0, settings: dark }, NOON)).rejects.toThrow(UnknownLearner)
})

test.each([
  { data: { preferences: [1] }, check: /User_preferences_check/ },
  { data: { name: '' }, check: /User_name_check/ },
  { data: { name: 'x'.repeat(61) }, check: /User_name_check/ },
  { data: { daysOff: {} }, check: /User_daysOff_check/ },
  { data: { daysOff: { rests: 'all' } }, check: /User_daysOff_check/ },
])('the database holds $data for wrong', async ({ data, check }) => {
  const learner = await newLearner()
  await expect(database().user.update({ where: { id: learner.id }, data })).rejects.toThrow(check)
})

test('a day off is kept once it is over, whatever is planned then, and none is planned for a day that has begun', async () => {
  const learner = await newLearner()
  const save = async (rests: Rest[], now: number) => {
    const { version } = (await readSettings(learner.id))!
    return changeSettings(learner.id, { version, settings: { ...home, daysOff: { settledTo: null, rests } } }, now)
  }
  const kept = async () => (await readSettings(learner.id))?.settings.daysOff
  expect(await save(off('2026-11-24'), NOON)).toEqual({ kind: 'too-late', first: parseStudyDay('2026-11-25') })
  expect(await kept()).toEqual(NO_DAYS_OFF)
  expect(await save(off('2026-11-25', '2026-12-24'), NOON)).toMatchObject({ kind: 'saved' })
  // On Wednesday all is taken back: Wednesday has begun, and stays as it was planned.
  expect(await save([], NOON + DAY_MS)).toMatchObject({
    kind: 'saved',
    current: { settings: { daysOff: plan('2026-11-25', '2026-11-25') } },
  })
  expect(await kept()).toEqual(plan('2026-11-25', '2026-11-25'))
})

test('a journey west makes no day plannable that had begun in the east', async () => {
  const learner = await newLearner()
  // 01:00 UTC on Wednesday: Wednesday's study day has begun in Kiritimati, and on Hawaii it has not.
  const at = Date.UTC(2026, 10, 25, 1)
  const [east, west] = [
    { ...home, zone: 'Pacific/Kiritimati' },
    { ...home, zone: 'Pacific/Honolulu' },
  ]
  await changeSettings(learner.id, { version: 0, settings: east }, at)
  await changeSettings(learner.id, { version: 1, settings: west }, at)
  const late = { ...west, daysOff: plan(null, '2026-11-25') }
  expect(await changeSettings(learner.id, { version: 2, settings: late }, at)).toEqual({
    kind: 'too-late',
    first: parseStudyDay('2026-11-26'),
  })
  // Nor in one act, with the journey itself.
  const other = await newLearner(NOON, 'Pacific/Kiritimati')
  expect(await changeSettings(other.id, { version: 0, settings: late }, at)).toMatchObject({ kind: 'too-late' })
})
