// What the settings page shows: the settings with their number, and what a learner holds, which deleting would take.

import type { UserId } from '#lib/core/ids.ts'
import type { VersionedSettings } from '#lib/core/settings.ts'
import { type Holdings, holdingsOf } from '#lib/db/learners.ts'
import { readSettings } from '#lib/db/settings.ts'

/** Null where there is no such learner any more. */
export async function getSettings(userId: UserId): Promise<{ current: VersionedSettings; holdings: Holdings } | null> {
  const [current, holdings] = await Promise.all([readSettings(userId), holdingsOf(userId)])
  return current && { current, holdings }
}
