// Saves a learner's settings over those that they were made from. A change from another tab or device is never overwritten unseen.

import type { UserId } from '#lib/core/ids.ts'
import type { VersionedSettings } from '#lib/core/settings.ts'
import { readSettings, writeSettings } from '#lib/db/settings.ts'
import { UnknownLearner } from './record-events.ts'

/** `saved` false: `current` is what another change left, and nothing was written. Throws UnknownLearner where the account is gone. */
export type SettingsChange = { saved: boolean; current: VersionedSettings }

export async function changeSettings(userId: UserId, { settings, version }: VersionedSettings): Promise<SettingsChange> {
  if (await writeSettings(userId, version, settings)) return { saved: true, current: { settings, version: version + 1 } }
  const current = await readSettings(userId)
  if (!current) throw new UnknownLearner()
  return { saved: false, current }
}
