import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { formatStudyDay, studyDayOf } from '#lib/core/day.ts'
import { problem } from '#lib/http/problem.ts'
import { exportLearner } from '#lib/study/export-learner.ts'
import { respond } from '../respond.ts'

/** Everything of whoever asks, as a file. It is written as it is read, so it may be of any length. */
export function GET(): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const pieces = exportLearner(user.id, now())
    // What goes wrong before the first piece can still be said in words.
    const first = await pieces.next()
    const day = formatStudyDay(studyDayOf(now(), user.zone, user.rolloverHour))
    return new Response(streamOf(first, pieces), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="myelin-${day}.json"`,
        'cache-control': 'no-store',
      },
    })
  })
}

/** Asks for the next piece when the reader has room; an error cuts the answer off, and the browser says that it failed. */
function streamOf(first: IteratorResult<string, void>, pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: IteratorResult<string, void> | null = first
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await pieces.next())
      next = null
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
