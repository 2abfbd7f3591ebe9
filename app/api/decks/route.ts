import { now } from '#lib/clock.ts'
import { newDeckInput } from '#lib/http/note-input.ts'
import { problem } from '#lib/http/problem.ts'
import { makeDeck } from '#lib/study/make-deck.ts'
import { actOn, done } from '../edit.ts'

/** Makes a deck; the same id sent again makes none. */
export function POST(request: Request): Promise<Response> {
  return actOn(request, newDeckInput, async (user, { id, ...deck }) => {
    const made = await makeDeck(user.id, now(), id, deck)
    return made.ok ? done({ id }) : problem(made.code)
  })
}
