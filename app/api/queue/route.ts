import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { problem } from '#lib/http/problem.ts'
import { readQueueAsk } from '#lib/http/queue-ask.ts'
import { getQueue } from '#lib/study/get-queue.ts'
import { respond } from '../respond.ts'

/** What the review page starts from. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const ask = readQueueAsk(new URL(request.url).searchParams, now())
    return Response.json(await getQueue(user, now(), ask), { headers: { 'cache-control': 'no-store' } })
  })
}
