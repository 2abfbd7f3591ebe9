import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { formatStudyDay } from '#lib/core/day.ts'
import { readJson } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { readSettingsChange } from '#lib/http/settings-change.ts'
import { changeSettings } from '#lib/study/change-settings.ts'
import { tooLateWords } from '../../_ui/days.ts'
import { respond } from '../respond.ts'

/** Days off of many years, and more. */
const MAX_BYTES = 400_000

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
    const change = await changeSettings(user.id, read.change, now())
    if (change.kind === 'too-late') return problem('refused', { message: tooLateWords(formatStudyDay(change.first)) })
    if (change.kind === 'stale') return problem('stale', { beside: change.current })
    return Response.json(change.current, { headers: { 'cache-control': 'no-store' } })
  })
}
