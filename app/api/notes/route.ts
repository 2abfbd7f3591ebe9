import { now } from '#lib/clock.ts'
import { newNoteInput } from '#lib/http/note-input.ts'
import { saveNote } from '#lib/study/save-note.ts'
import { actOn } from '../edit.ts'
import { savedAnswer } from './saved-answer.ts'

/** Makes a note with its cards; the same id sent again makes none. */
export function POST(request: Request): Promise<Response> {
  return actOn(request, newNoteInput, async (user, { id, ...note }) =>
    savedAnswer(user, id, await saveNote(user.id, now(), id, { ...note, version: null })),
  )
}
