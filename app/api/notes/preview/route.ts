import { previewInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { previewGenerated, previewNote } from '#lib/study/preview-note.ts'
import { actOn, done } from '../../edit.ts'

/** The cards that a note would make, as they would look, and advice. Saves nothing. */
export function POST(request: Request): Promise<Response> {
  return actOn(request, previewInput, async (user, note) => {
    if (note.kind !== null) return done(previewNote(note.kind, note.fields))
    const preview = await previewGenerated(user.id, note.id, note.fields)
    return preview ? done(preview) : problem('not-found')
  })
}
