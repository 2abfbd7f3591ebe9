// Saves a learner's settings over those that they were made from. A change from another tab or device is never overwritten unseen,
// and days off are planned before they begin, by the server's clock.

import { type StudyDay, studyDayOf } from '#lib/core/day.ts'
import { firstPlannable, plansTooLate, replanned } from '#lib/core/days-off.ts'
import type { UserId } from '#lib/core/ids.ts'
import type { Settings, VersionedSettings } from '#lib/core/settings.ts'
import { readSettings, writeSettings } from '#lib/db/settings.ts'
import { UnknownLearner } from './record-events.ts'

/** saved: `current` is what stands now. stale: it is what another change left. too-late: `first` is the first day to plan. */
export type SettingsChange = { kind: 'saved' | 'stale'; current: VersionedSettings } | { kind: 'too-late'; first: StudyDay }

/** Nothing is written unless it is saved. Throws UnknownLearner where the account is gone. */
export async function changeSettings(userId: UserId, { settings, version }: VersionedSettings, now: number): Promise<SettingsChange> {
  const before = await readSettings(userId)
  if (!before) throw new UnknownLearner()
  if (before.version !== version) return { kind: 'stale', current: before }
  const { daysOff } = before.settings
  const begun = begunBy(now, before.settings, settings)
  const { rests } = settings.daysOff
  if (plansTooLate(daysOff, rests, begun)) return { kind: 'too-late', first: firstPlannable(daysOff, begun) }
  const saved = { ...settings, daysOff: replanned(daysOff, rests, begun) }
  if (await writeSettings(userId, version, saved)) return { kind: 'saved', current: { settings: saved, version: version + 1 } }
  const current = await readSettings(userId)
  if (!current) throw new UnknownLearner()
  return { kind: 'stale', current }
}

/** The last study day that has begun where the learner was or where they go: a journey makes no day plannable that was over. */
function begunBy(now: number, before: Settings, after: Settings): StudyDay {
  const [there, here] = [before, after].map(({ zone, rolloverHour }) => studyDayOf(now, zone, rolloverHour))
  return Math.max(there ?? 0, here ?? 0) as StudyDay
}
