// A learner deletes the notes of the chosen cards, with all cards of each. Rows and events stay, and undo brings everything back.

import { v7 as uuidv7 } from 'uuid'
import type { Chosen } from '#lib/core/search/found.ts'
import { deleteNotesAt } from '#lib/db/bulk-rows.ts'
import { insertChange, timeOfDeletion } from '#lib/db/changes.ts'
import { type Bulk, nothingDone, notesOf, onChosen } from './choose-cards.ts'
import type { Learner } from './learner.ts'

export function deleteCards(learner: Learner, now: number, chosen: Chosen): Promise<Bulk> {
  return onChosen(learner, now, chosen, async (tx, cards) => {
    const notes = notesOf(cards)
    if (notes.length === 0) return nothingDone(0)
    const at = await timeOfDeletion(tx, learner.id, now)
    const gone = await deleteNotesAt(tx, learner.id, notes, at)
    const change = uuidv7()
    await insertChange(tx, learner.id, { id: change, kind: 'delete-notes', subject: change, before: {}, at })
    return { ok: true, done: { change, cards: gone, notes: notes.length, passed: 0 } }
  })
}
