import { now } from '#lib/clock.ts'
import { addInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { addNotes } from '#lib/study/add-notes.ts'
import { actOn, done, MANY_NOTES } from '../../edit.ts'

/** Adds notes to a deck, all or none; the same id sent again adds none. */
export function POST(request: Request): Promise<Response> {
  return actOn(
    request,
    addInput,
    async (user, { id, deckId, notes }) => {
      const added = await addNotes(user.id, now(), id, deckId, notes)
      if (added.ok) return done(added)
      if (added.code !== 'no-card') return problem(added.code)
      const message = 'Some rows make no card once their HTML is taken out. Nothing was added: they are marked now.'
      return problem('refused', { message, beside: { notes: added.notes } })
    },
    MANY_NOTES,
  )
}
