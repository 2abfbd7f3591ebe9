import { beforeAll, expect, test } from 'vitest'
import type { UserId } from '#lib/core/ids.ts'
import { DEFAULT_PREFERENCES } from '#lib/core/preferences.ts'
import { database } from '#lib/db/client.ts'
import { readSettings } from '#lib/db/settings.ts'
import { changeSettings } from './change-settings.ts'
import { UnknownLearner } from './record-events.ts'
import { newLearner, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

const dark = { zone: 'Asia/Tokyo', rolloverHour: 3, preferences: { ...DEFAULT_PREFERENCES, theme: 'dark' as const } }
const light = { ...dark, preferences: { ...DEFAULT_PREFERENCES, theme: 'light' as const } }

test('a change is kept, and one that was made from older settings is refused with both', async () => {
  const learner = await newLearner()
  expect(await readSettings(learner.id)).toEqual({
    version: 0,
    settings: { zone: 'Europe/Lisbon', rolloverHour: 4, preferences: DEFAULT_PREFERENCES },
  })
  expect(await changeSettings(learner.id, { version: 0, settings: dark })).toEqual({ saved: true, current: { version: 1, settings: dark } })
  expect(await changeSettings(learner.id, { version: 0, settings: light })).toEqual({
    saved: false,
    current: { version: 1, settings: dark },
  })
  expect(await readSettings(learner.id)).toEqual({ version: 1, settings: dark })
})

test('of two changes at once, one is kept', async () => {
  const learner = await newLearner()
  const changes = await Promise.all([dark, light].map((settings) => changeSettings(learner.id, { version: 0, settings })))
  expect(changes.filter(({ saved }) => saved)).toHaveLength(1)
  expect((await readSettings(learner.id))?.version).toBe(1)
})

test('another learner’s settings stay as they were', async () => {
  const [learner, other] = [await newLearner(), await newLearner()]
  await changeSettings(learner.id, { version: 0, settings: dark })
  expect((await readSettings(other.id))?.version).toBe(0)
})

test('a learner who is gone has no settings', async () => {
  const gone = '00000000-0000-7000-8000-000000000000' as UserId
  await expect(changeSettings(gone, { version: 0, settings: dark })).rejects.toThrow(UnknownLearner)
})

test('the database holds preferences that are no object for wrong', async () => {
  const learner = await newLearner()
  const writing = database().user.update({ where: { id: learner.id }, data: { preferences: [1] } })
  await expect(writing).rejects.toThrow(/User_preferences_check/)
})
