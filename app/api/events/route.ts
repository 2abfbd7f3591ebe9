import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { formatTime } from '#lib/core/time.ts'
import { BATCH_LIMIT, type BatchAnswer } from '#lib/core/wire.ts'
import { readEventBatch } from '#lib/http/event-batch.ts'
import { readJson } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { refillQueue } from '#lib/study/get-queue.ts'
import { recordEvents } from '#lib/study/record-events.ts'
import { respond } from '../respond.ts'

/** Five hundred events of the longest kind take less than half of this. */
const MAX_BYTES = 1_000_000

/** Answers in: idempotent, batched. docs/api.md says what goes in and what comes back. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const receivedAt = now()
    if (!isSameSite(request.headers, process.env['NEXTAUTH_URL'])) return problem('cross-site')
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const body = await readJson(request, MAX_BYTES)
    if (!body.ok) return problem(body.code)
    const batch = readEventBatch(body.value)
    if (!batch) return problem('malformed')
    if (batch.events.length > BATCH_LIMIT) return problem('too-large')
    // The outbox of another learner in the same browser: nothing of it is saved here, and it stays where it is.
    if (batch.learner !== user.id) return problem('session-ended')
    const recorded = await recordEvents(user.id, receivedAt, batch)
    const refill = batch.holding === null ? [] : await refillQueue(user, now(), batch.holding)
    return Response.json({ now: formatTime(now()), ...recorded, refill } satisfies BatchAnswer, {
      headers: { 'cache-control': 'no-store' },
    })
  })
}
