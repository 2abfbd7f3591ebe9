// A learner deletes a deck with all that lies in it. Rows and events stay, and undo brings everything back.

import { v7 as uuidv7 } from 'uuid'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import { insertChange, timeOfDeletion } from '#lib/db/changes.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deckWithChildren, deleteDecks } from '#lib/db/own-decks.ts'

export function deleteDeck(
  userId: UserId,
  now: number,
  id: DeckId,
): Promise<{ ok: true; change: string } | { ok: false; code: 'not-found' }> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    const ids = await deckWithChildren(tx, userId, id)
    if (ids.length === 0) return { ok: false, code: 'not-found' }
    const at = await timeOfDeletion(tx, userId, now)
    await deleteDecks(tx, userId, ids, at)
    const change = uuidv7()
    await insertChange(tx, userId, { id: change, kind: 'delete-deck', subject: id, before: { decks: ids }, at })
    return { ok: true, change }
  })
}
