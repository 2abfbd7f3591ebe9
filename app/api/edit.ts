// What all handlers that change something have in common: who may ask, and a body that was read.

import type { z } from 'zod'
import { type CurrentUser, currentUser } from '#lib/auth/require-user.ts'
import { readJson } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { respond } from './respond.ts'

/** How large a body may be, and what is said of one that is larger. */
type Limit = { bytes: number; sentence: string }
const ONE_NOTE: Limit = { bytes: 600_000, sentence: 'This is too long for one note.' }
/** 2,000,000 characters, as many as are read of a paste, of three bytes each, and what stands around them. */
export const MANY_NOTES: Limit = { bytes: 8_000_000, sentence: 'This is too long to be added at once. Paste it in parts.' }

/** Runs `work` for the learner of a request from our own page. */
export function act(request: Request, work: (user: CurrentUser) => Promise<Response>): Promise<Response> {
  return respond(async () => {
    if (!isSameSite(request.headers, process.env['NEXTAUTH_URL'])) return problem('cross-site')
    const user = await currentUser()
    return user ? work(user) : problem('session-ended')
  })
}

/** As `act`, with a body of the shape given. */
export function actOn<Input>(
  request: Request,
  shape: z.ZodType<Input>,
  work: (user: CurrentUser, input: Input) => Promise<Response>,
  limit = ONE_NOTE,
): Promise<Response> {
  return act(request, async (user) => {
    const body = await readJson(request, limit.bytes)
    if (!body.ok) return problem(body.code, body.code === 'too-large' ? { message: limit.sentence } : {})
    const input = shape.safeParse(body.value)
    return input.success ? work(user, input.data) : problem('malformed')
  })
}

export const done = (value: unknown): Response => Response.json(value, { headers: { 'cache-control': 'no-store' } })
