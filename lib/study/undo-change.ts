// Puts back what an edit replaced or what was deleted, and takes away what was added. Undoing is an edit of its own: it overwrites nothing that came later.

import type { DeckId, GroupId, NoteId, UserId } from '#lib/core/ids.ts'
import { moveNotes } from '#lib/db/bulk-rows.ts'
import { type Change, takeChange, timeOfDeletion } from '#lib/db/changes.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deckWithChildren, ownDeck, restoreDeletedAt, updateDeck } from '#lib/db/own-decks.ts'
import { deleteUnedited, noteOf } from '#lib/db/own-notes.ts'
import type { Learner } from './learner.ts'
import { type NoteBefore, rewriteNote } from './rewrite-note.ts'
import { takeBackSuspension } from './suspend-cards.ts'
import { takeBackTags, type TagsBefore } from './tag-notes.ts'

/** What an act on many thousands changed takes as long to put back. */
const PATIENCE_MS = 120_000

/** `stale`: the note or deck was edited again meanwhile, and that edit would be lost. */
export type Undone = { ok: true } | { ok: false; code: 'not-found' | 'stale' }

export function undoChange(learner: Learner, now: number, id: string): Promise<Undone> {
  return inTransaction(async (tx) => {
    const locked = await lockCursor(tx, learner.id)
    const change = locked && (await takeChange(tx, learner.id, id, now))
    if (!change) return { ok: false, code: 'not-found' }
    if (await wasEditedSince(tx, learner.id, change)) return { ok: false, code: 'stale' }
    await putBack(tx, learner, now, change, locked.value)
    return { ok: true }
  }, PATIENCE_MS)
}

/** An edit is undone only while it is the last one. */
async function wasEditedSince(tx: Transaction, userId: UserId, { kind, subject, before }: Change): Promise<boolean> {
  if (kind !== 'edit-note' && kind !== 'edit-deck') return false
  const edited = kind === 'edit-note' ? await noteOf(tx, userId, subject as NoteId) : await ownDeck(tx, userId, subject as DeckId)
  const { made } = before as { made?: number }
  return edited !== null && made !== undefined && edited.version !== made
}

async function putBack(
  tx: Transaction,
  learner: Learner,
  now: number,
  { kind, subject, before, at }: Change,
  cursor: number,
): Promise<void> {
  const userId = learner.id
  switch (kind) {
    case 'delete-deck':
    case 'delete-note':
    case 'delete-notes':
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
      return deleteUnedited(tx, userId, (before as { notes: NoteId[] }).notes, await timeOfDeletion(tx, userId, now))
    case 'move-notes':
      for (const { deckId, notes } of before as { deckId: DeckId; notes: NoteId[] }[]) {
        // A deck that is gone by now leaves them where they are.
        if (await ownDeck(tx, userId, deckId)) await moveNotes(tx, userId, notes, deckId, now)
      }
      return
    case 'tag-notes':
      return takeBackTags(tx, userId, now, before as TagsBefore)
    case 'suspend-cards':
      return takeBackSuspension(tx, learner, now, subject as GroupId, cursor + 1)
    default:
      return kind satisfies never
  }
}
