import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { NoteId } from '#lib/core/ids.ts'
import { noteInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { deleteNote } from '#lib/study/delete-note.ts'
import { getNote } from '#lib/study/get-note.ts'
import { saveNote } from '#lib/study/save-note.ts'
import { act, actOn, done } from '../../edit.ts'
import { respond } from '../../respond.ts'
import { savedAnswer } from '../saved-answer.ts'

type Context = { params: Promise<{ id: string }> }

/** A note as its editor opens it. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const id = readUuid<NoteId>((await params).id)
    const view = id && (await getNote(user.id, id))
    return view ? done(view) : problem('not-found')
  })
}

/** Saves an edit against the version that it was made from: 409 with the text that stands where another came first. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return actOn(request, noteInput, async (user, note) => {
    const id = readUuid<NoteId>((await params).id)
    return id === null ? problem('not-found') : savedAnswer(user, id, await saveNote(user.id, now(), id, note))
  })
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return act(request, async (user) => {
    const id = readUuid<NoteId>((await params).id)
    const deleted = id && (await deleteNote(user.id, now(), id))
    return deleted?.ok ? done(deleted) : problem('not-found')
  })
}
