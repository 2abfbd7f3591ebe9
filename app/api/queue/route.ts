import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { problem } from '#lib/http/problem.ts'
import { readQueueAsk, readSince } from '#lib/http/queue-ask.ts'
import { getQueue } from '#lib/study/get-queue.ts'
import { respond } from '../respond.ts'

/** What the review page starts from. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const words = new URL(request.url).searchParams
    const queue = await getQueue(user, now(), readQueueAsk(words), readSince(words, now()))
    return Response.json(queue, { headers: { 'cache-control': 'no-store' } })
  })
}
