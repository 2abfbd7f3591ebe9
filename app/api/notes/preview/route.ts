import { previewInput } from '#lib/http/note-input.ts'
import { previewNote } from '#lib/study/preview-note.ts'
import { actOn, done } from '../../edit.ts'

/** The cards that a note would make, as they would look, and advice. Saves nothing. */
export function POST(request: Request): Promise<Response> {
  return actOn(request, previewInput, async (_user, { kind, fields }) => done(previewNote(kind, fields)))
}
