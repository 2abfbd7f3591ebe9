// Reads the body of PUT /api/settings.

import { z } from 'zod'
import { isZone } from '#lib/core/day.ts'
import { readName } from '#lib/core/name.ts'
import { readDaysOff } from '#lib/core/preferences/parse-days-off.ts'
import { readPreferences } from '#lib/core/preferences/parse.ts'
import type { VersionedSettings } from '#lib/core/settings.ts'

const body = z.object({
  version: z.int().min(0).max(2_147_483_646),
  name: z.nullable(z.string().max(1_000)),
  zone: z.string().max(64).refine(isZone),
  rolloverHour: z.int().min(0).max(23),
  daysOff: z.unknown(),
  preferences: z.unknown(),
})

export type SettingsChange = { ok: true; change: VersionedSettings } | { ok: false; refusal: string | null }

/** The change, or the sentence that says what cannot be; null: the body is not one of ours. */
export function readSettingsChange(value: unknown): SettingsChange {
  const read = body.safeParse(value)
  if (!read.success) return { ok: false, refusal: null }
  const { version, zone, rolloverHour } = read.data
  const named = readName(read.data.name ?? '')
  if (!named.ok) return { ok: false, refusal: named.message }
  const daysOff = readDaysOff(read.data.daysOff)
  if (daysOff === null) return { ok: false, refusal: null }
  const preferred = readPreferences(read.data.preferences)
  if (!preferred.ok) return preferred
  return { ok: true, change: { version, settings: { name: named.name, zone, rolloverHour, daysOff, preferences: preferred.preferences } } }
}
