// The preset that a learner's own decks share until one of them wants options of its own.

import { presetIdOf, presetVersionIdOf } from '#lib/core/derived-id.ts'
import type { PresetId, UserId } from '#lib/core/ids.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
import type { Transaction } from '#lib/db/client.ts'
import { putPreset } from '#lib/db/own-decks.ts'

/** No fact base is named with a blank. */
const NAME = 'own decks'

export async function ownPreset(tx: Transaction, userId: UserId, now: number): Promise<PresetId> {
  const id = presetIdOf(NAME)
  await putPreset(tx, userId, { id, versionId: presetVersionIdOf(NAME), name: 'Own decks', options: DEFAULT_OPTIONS }, now)
  return id
}
