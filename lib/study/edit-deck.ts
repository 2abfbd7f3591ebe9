// A learner renames a deck, or moves it within another.

import { v7 as uuidv7 } from 'uuid'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import { insertChange } from '#lib/db/changes.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deckWithChildren, type OwnDeck, ownDeck, updateDeck } from '#lib/db/own-decks.ts'
import type { DeckInput } from './make-deck.ts'

export type EditedDeck =
  | { ok: true; change: string }
  | { ok: false; code: 'not-found' }
  | { ok: false; code: 'refused' }
  /** Somebody else's edit came first: the deck as it is now. */
  | { ok: false; code: 'stale'; current: OwnDeck }

/** Refused where the deck would lie within itself. */
export function editDeck(userId: UserId, now: number, id: DeckId, version: number, to: DeckInput): Promise<EditedDeck> {
  return inTransaction(async (tx) => {
    // Two moves at once could close a ring: one lock for all of a learner's edits.
    await lockCursor(tx, userId)
    const deck = await ownDeck(tx, userId, id)
    if (!deck || (to.parentId !== null && !(await ownDeck(tx, userId, to.parentId)))) return { ok: false, code: 'not-found' }
    if (deck.version !== version) return { ok: false, code: 'stale', current: deck }
    if (to.parentId !== null && (await deckWithChildren(tx, userId, id)).includes(to.parentId)) return { ok: false, code: 'refused' }
    await updateDeck(tx, userId, id, to)
    const change = uuidv7()
    await insertChange(tx, userId, {
      id: change,
      kind: 'edit-deck',
      subject: id,
      before: { name: deck.name, parentId: deck.parentId, made: version + 1 },
      at: now,
    })
    return { ok: true, change }
  })
}
