// Puts back what an edit replaced or what was deleted, and takes away what was added. Undoing is an edit of its own: it overwrites nothing that came later.

import type { DeckId, GroupId, NoteId, UserId } from '#lib/core/ids.ts'
import { decksOfNotes, moveNotes } from '#lib/db/bulk-rows.ts'
import { type Change, leaveChange, takeChange, timeOfDeletion } from '#lib/db/changes.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deckWithChildren, ownDeck, restoreDeletedAt, updateDeck } from '#lib/db/own-decks.ts'
import { deleteUnedited, noteOf } from '#lib/db/own-notes.ts'
import type { Learner } from './learner.ts'
import type { MovedFrom } from './move-cards.ts'
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
    const refusal = await refusalOf(tx, learner.id, change)
    if (refusal) {
      await leaveChange(tx, learner.id, id)
      return { ok: false, code: refusal }
    }
    await putBack(tx, learner, now, change, locked.value)
    return { ok: true }
  }, PATIENCE_MS)
}

/** An edit is undone only while it is the last one, an undo among them, and while what was edited is there. */
async function refusalOf(tx: Transaction, userId: UserId, { kind, subject, before }: Change): Promise<'not-found' | 'stale' | null> {
  if (kind !== 'edit-note' && kind !== 'edit-deck') return null
  const edited = kind === 'edit-note' ? await noteOf(tx, userId, subject as NoteId) : await ownDeck(tx, userId, subject as DeckId)
  if (!edited) return 'not-found'
  const { made } = before as { made?: number }
  return made !== undefined && edited.version !== made ? 'stale' : null
}

/** What was moved on meanwhile stays where it is, and so does what came from a deck that is gone. */
async function moveBack(tx: Transaction, userId: UserId, now: number, { to, from }: MovedFrom): Promise<void> {
  const all = from.flatMap(({ notes }) => notes)
  const stand = new Set((await decksOfNotes(tx, userId, all)).filter(({ deckId }) => deckId === to).flatMap(({ notes }) => notes))
  for (const { deckId, notes } of from) {
    const back = notes.filter((note) => stand.has(note))
    if (back.length > 0 && (await ownDeck(tx, userId, deckId))) await moveNotes(tx, userId, back, deckId, now)
  }
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
      return moveBack(tx, userId, now, before as MovedFrom)
    case 'tag-notes':
      return takeBackTags(tx, userId, now, before as TagsBefore)
    case 'suspend-cards':
      return takeBackSuspension(tx, learner, now, subject as GroupId, cursor + 1)
    default:
      return kind satisfies never
  }
}
