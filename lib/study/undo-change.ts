// Puts back what an edit replaced or what was deleted, and takes away what was added. Undoing is an edit of its own: it overwrites nothing that came later.

import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { type Change, takeChange } from '#lib/db/changes.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deckWithChildren, ownDeck, restoreDeletedAt, updateDeck } from '#lib/db/own-decks.ts'
import { deleteUnedited, noteOf } from '#lib/db/own-notes.ts'
import { type NoteBefore, rewriteNote } from './rewrite-note.ts'

export function undoChange(userId: UserId, now: number, id: string): Promise<{ ok: true } | { ok: false; code: 'not-found' }> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    const change = await takeChange(tx, userId, id, now)
    if (!change) return { ok: false, code: 'not-found' }
    await putBack(tx, userId, now, change)
    return { ok: true }
  })
}

async function putBack(tx: Transaction, userId: UserId, now: number, { kind, subject, before, at }: Change): Promise<void> {
  switch (kind) {
    case 'delete-deck':
    case 'delete-note':
      return restoreDeletedAt(tx, userId, at)
    case 'edit-deck': {
      const { name, parentId } = before as { name: string; parentId: DeckId | null }
      const id = subject as DeckId
      // The former parent may be gone by now, or lie within this deck.
      const fits =
        parentId !== null && (await ownDeck(tx, userId, parentId)) && !(await deckWithChildren(tx, userId, id)).includes(parentId)
      return updateDeck(tx, userId, id, { name, parentId: fits ? parentId : null })
    }
    case 'edit-note': {
      const note = await noteOf(tx, userId, subject as NoteId)
      if (note) await rewriteNote(tx, userId, now, note, before as NoteBefore)
      return
    }
    case 'add-notes':
      return deleteUnedited(tx, userId, (before as { notes: NoteId[] }).notes, now)
    default:
      return kind satisfies never
  }
}
