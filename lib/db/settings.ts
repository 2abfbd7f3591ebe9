// A learner's settings: read with their number, and written only over the number that was read.

import type { UserId } from '#lib/core/ids.ts'
import { storedPreferences } from '#lib/core/preferences/parse.ts'
import type { Settings, VersionedSettings } from '#lib/core/settings.ts'
import { database } from './client.ts'

/** Null where there is no such learner. */
export async function readSettings(userId: UserId): Promise<VersionedSettings | null> {
  const select = { zone: true, rolloverHour: true, preferences: true, settingsVersion: true }
  const row = await database().user.findUnique({ where: { id: userId }, select })
  if (!row) return null
  const { zone, rolloverHour, preferences, settingsVersion } = row
  return { settings: { zone, rolloverHour, preferences: storedPreferences(preferences) }, version: settingsVersion }
}

/** Whether they were written: not where another change came first. */
export async function writeSettings(userId: UserId, version: number, { zone, rolloverHour, preferences }: Settings): Promise<boolean> {
  const { count } = await database().user.updateMany({
    where: { id: userId, settingsVersion: version },
    data: { zone, rolloverHour, preferences, settingsVersion: version + 1 },
  })
  return count === 1
}
