// What a form hears back from its action, and what every action does with a fault that can be expected.

import { problemSentence, type ProblemCode } from '#lib/http/problem.ts'
import { unanswerable } from '#lib/study/unanswerable.ts'
import type { FormAnswer } from './_ui/form-answer.ts'

export const refused = (code: ProblemCode): FormAnswer => ({ ok: false, message: problemSentence(code), faults: {} })

/** The answer of `work`, or the sentence for what people can expect to go wrong. Anything else is thrown. */
export async function answered(work: () => Promise<FormAnswer>): Promise<FormAnswer> {
  try {
    return await work()
  } catch (error) {
    const code = unanswerable(error)
    if (code === null) throw error
    return refused(code)
  }
}
