import { problem } from '#lib/http/problem.ts'
import { unanswerable } from '#lib/study/unanswerable.ts'

/** The answer of `work`, or the sentence for what people can expect to go wrong. Anything else is thrown to the boundary. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const code = unanswerable(error)
    if (code === null) throw error
    return problem(code)
  }
}
