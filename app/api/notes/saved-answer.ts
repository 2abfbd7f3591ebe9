import type { CurrentUser } from '#lib/auth/require-user.ts'
import type { NoteId } from '#lib/core/ids.ts'
import { problem } from '#lib/http/problem.ts'
import { contentOfNote } from '#lib/study/content-of-note.ts'
import type { SavedNote } from '#lib/study/save-note.ts'
import { done } from '../edit.ts'

/** What a save says back: the cards of the note as they show now, or both texts where another edit came first. */
export async function savedAnswer(user: CurrentUser, id: NoteId, saved: SavedNote): Promise<Response> {
  if (saved.ok) return done({ ...saved, id, ...(await contentOfNote(user.id, id)) })
  switch (saved.code) {
    case 'stale':
      return problem('stale', { beside: { current: saved.current } })
    case 'no-card':
      return problem('refused', { message: 'This makes no card yet. Write what is asked and its answer, then save again.' })
    case 'not-found':
      return problem('not-found')
    default:
      return saved satisfies never
  }
}
