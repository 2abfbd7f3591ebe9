import { currentUser } from '#lib/auth/require-user.ts'
import { readJson } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { readSettingsChange } from '#lib/http/settings-change.ts'
import { changeSettings } from '#lib/study/change-settings.ts'
import { respond } from '../respond.ts'

const MAX_BYTES = 16_000

/** All settings at once, over the version that they were made from; with an older one, 409 and what stands now. */
export function PUT(request: Request): Promise<Response> {
  return respond(async () => {
    if (!isSameSite(request.headers, process.env['NEXTAUTH_URL'])) return problem('cross-site')
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const body = await readJson(request, MAX_BYTES)
    if (!body.ok) return problem(body.code)
    const read = readSettingsChange(body.value)
    if (!read.ok) return read.refusal === null ? problem('malformed') : problem('refused', { message: read.refusal })
    const { saved, current } = await changeSettings(user.id, read.change)
    if (!saved) return problem('stale', { beside: current })
    return Response.json(current, { headers: { 'cache-control': 'no-store' } })
  })
}
