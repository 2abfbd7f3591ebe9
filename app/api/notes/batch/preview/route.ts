import { rowsPreviewInput } from '#lib/http/note-input.ts'
import { previewNote } from '#lib/study/preview-note.ts'
import { actOn, done, MANY_NOTES } from '../../../edit.ts'

/** The cards that each of these notes would make, as they would look, and advice. Saves nothing. */
export function POST(request: Request): Promise<Response> {
  return actOn(
    request,
    rowsPreviewInput,
    async (_user, { notes }) => done({ previews: notes.map(({ kind, fields }) => previewNote(kind, fields)) }),
    MANY_NOTES,
  )
}
