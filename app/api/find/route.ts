import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { readFindWords, readMark } from '#lib/http/find-input.ts'
import { problem } from '#lib/http/problem.ts'
import { findCards, findPage } from '#lib/study/find-cards.ts'
import { done } from '../edit.ts'
import { respond } from '../respond.ts'

/** The first page of a search with where the others begin; or, from a mark on, one page alone. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const words = new URL(request.url).searchParams
    const ask = readFindWords(words)
    const mark = readMark(words, ask)
    if (mark === null) return problem('malformed')
    if (mark !== undefined) return done({ rows: await findPage(user, now(), ask, mark) })
    const answer = await findCards(user, now(), ask)
    return answer.ok ? done(answer.found) : problem('refused', { message: answer.fault.message, beside: { fault: answer.fault } })
  })
}
