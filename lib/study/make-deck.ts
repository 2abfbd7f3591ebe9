// A learner makes a deck, at the top or within another.

import type { DeckId, UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { insertDeck, ownDeck } from '#lib/db/own-decks.ts'
import { ownPreset } from './own-preset.ts'

export type DeckInput = { name: string; parentId: DeckId | null }

/** The id comes from the device, so that a request that is sent twice makes one deck. */
export function makeDeck(
  userId: UserId,
  now: number,
  id: DeckId,
  { name, parentId }: DeckInput,
): Promise<{ ok: true } | { ok: false; code: 'not-found' }> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    if (parentId !== null && !(await ownDeck(tx, userId, parentId))) return { ok: false, code: 'not-found' }
    await insertDeck(tx, userId, { id, name, parentId, presetId: await ownPreset(tx, userId, now) }, now)
    return { ok: true }
  })
}
