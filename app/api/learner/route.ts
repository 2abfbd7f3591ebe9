import { closeSession } from '#lib/auth/open-session.ts'
import { currentUser } from '#lib/auth/require-user.ts'
import { problem } from '#lib/http/problem.ts'
import { isSameSite } from '#lib/http/same-site.ts'
import { deleteLearner } from '#lib/study/delete-learner.ts'
import { respond } from '../respond.ts'

/** Deletes whoever asks, at once and whole: every row, every session, and the cookie of this one. */
export function DELETE(request: Request): Promise<Response> {
  return respond(async () => {
    if (!isSameSite(request.headers, process.env['NEXTAUTH_URL'])) return problem('cross-site')
    const user = await currentUser()
    if (!user) return problem('session-ended')
    await deleteLearner(user.id)
    await closeSession()
    return Response.json({}, { headers: { 'cache-control': 'no-store' } })
  })
}
