import { currentUser } from '#lib/auth/require-user.ts'
import { problem } from '#lib/http/problem.ts'
import { readMedia } from '#lib/study/media.ts'
import { respond } from '../../respond.ts'

/** An image of the learner's own. Its bytes are what its hash says, for ever. */
export function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  return respond(async () => {
    const user = await currentUser()
    if (!user) return problem('session-ended')
    const { hash } = await params
    const media = /^[0-9a-f]{64}$/.test(hash) ? await readMedia(user.id, hash) : null
    if (!media) return problem('not-found')
    const headers = { 'content-type': media.type, 'cache-control': 'private, max-age=31536000, immutable', 'content-disposition': 'inline' }
    return new Response(media.bytes, { headers })
  })
}
