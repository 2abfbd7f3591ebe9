// A learner deletes a note with its cards. Rows and events stay, and undo brings everything back.

import { v7 as uuidv7 } from 'uuid'
import type { NoteId, UserId } from '#lib/core/ids.ts'
import { insertChange, timeOfDeletion } from '#lib/db/changes.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { deleteNoteAt, noteOf } from '#lib/db/own-notes.ts'

export function deleteNote(
  userId: UserId,
  now: number,
  id: NoteId,
): Promise<{ ok: true; change: string } | { ok: false; code: 'not-found' }> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    if (!(await noteOf(tx, userId, id))) return { ok: false, code: 'not-found' }
    const at = await timeOfDeletion(tx, userId, now)
    await deleteNoteAt(tx, userId, id, at)
    const change = uuidv7()
    await insertChange(tx, userId, { id: change, kind: 'delete-note', subject: id, before: {}, at })
    return { ok: true, change }
  })
}
