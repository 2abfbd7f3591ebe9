// What all handlers that change something have in common: who may ask, and a body that was read.

import type { z } from 'zod'
import { type CurrentUser, currentUser } from '#lib/auth/require-user.ts'
import { readJson } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { respond } from './respond.ts'

const MAX_BYTES = 600_000

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
): Promise<Response> {
  return act(request, async (user) => {
    const body = await readJson(request, MAX_BYTES)
    if (!body.ok) return problem(body.code, body.code === 'too-large' ? { message: 'This is too long for one note.' } : {})
    const input = shape.safeParse(body.value)
    return input.success ? work(user, input.data) : problem('malformed')
  })
}

export const done = (value: unknown): Response => Response.json(value, { headers: { 'cache-control': 'no-store' } })
