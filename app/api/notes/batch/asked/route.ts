import { askedInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { findAsked } from '#lib/study/find-asked.ts'
import { actOn, done, MANY_NOTES } from '../../../edit.ts'

/** Which of these questions the deck asks already, by their places. */
export function POST(request: Request): Promise<Response> {
  return actOn(
    request,
    askedInput,
    async (user, { deckId, questions }) => {
      const asked = await findAsked(user.id, deckId, questions)
      return asked ? done({ asked }) : problem('not-found')
    },
    MANY_NOTES,
  )
}
