// A learner's settings: read with their number, and written only over the number that was read.

import type { UserId } from '#lib/core/ids.ts'
import { storedDaysOff } from '#lib/core/preferences/parse-days-off.ts'
import { storedPreferences } from '#lib/core/preferences/parse.ts'
import type { Settings, VersionedSettings } from '#lib/core/settings.ts'
import { database, type Transaction } from './client.ts'

/** Null where there is no such learner. */
export async function readSettings(userId: UserId): Promise<VersionedSettings | null> {
  const select = { name: true, zone: true, rolloverHour: true, daysOff: true, preferences: true, settingsVersion: true }
  const row = await database().user.findUnique({ where: { id: userId }, select })
  if (!row) return null
  const { settingsVersion, ...settings } = row
  const [daysOff, preferences] = [storedDaysOff(settings.daysOff), storedPreferences(settings.preferences)]
  return { settings: { ...settings, daysOff, preferences }, version: settingsVersion }
}

/** Whether they were written: not where another change came first. */
export async function writeSettings(userId: UserId, version: number, settings: Settings): Promise<boolean> {
  const { count } = await database().user.updateMany({
    where: { id: userId, settingsVersion: version },
    data: { ...columnsOf(settings), settingsVersion: version + 1 },
  })
  return count === 1
}

/** Settings over whatever stood there, as one more version. */
export async function setSettings(tx: Transaction, userId: UserId, settings: Settings): Promise<void> {
  await tx.user.updateMany({ where: { id: userId }, data: { ...columnsOf(settings), settingsVersion: { increment: 1 } } })
}

const columnsOf = ({ name, zone, rolloverHour, daysOff, preferences }: Settings) => ({
  name,
  zone,
  rolloverHour,
  daysOff: { ...daysOff, rests: [...daysOff.rests] },
  preferences,
})
