// What a guest has gathered, for the pages that ask whether to keep it.

import type { UserId } from '#lib/core/ids.ts'
import { harvestOf } from '#lib/db/progress-rows.ts'

export type Harvest = { cards: number; answers: number; days: number; ownCards: number }

/** ownCards: of decks that the learner made. Answers that were undone are counted too: they are kept as well. */
export function getHarvest(userId: UserId): Promise<Harvest> {
  return harvestOf(userId)
}
