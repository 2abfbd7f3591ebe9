import { now } from '#lib/clock.ts'
import { imageType } from '#lib/http/image-type.ts'
import { readAtMost } from '#lib/http/json-body.ts'
import { problem } from '#lib/http/problem.ts'
import { storeMedia } from '#lib/study/media.ts'
import { act, done } from '../edit.ts'

const MAX_BYTES = 5_000_000

/** Takes an image as the body itself, and gives the hash that a note names it by. */
export function POST(request: Request): Promise<Response> {
  return act(request, async (user) => {
    const tooLarge = () => problem('too-large', { message: 'An image may have at most 5 MB. Make it smaller, then add it again.' })
    if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return tooLarge()
    const bytes = await readAtMost(request.body, MAX_BYTES)
    if (bytes === null) return tooLarge()
    const type = imageType(bytes)
    if (type === null) return problem('wrong-type', { message: 'This is no PNG, JPEG, GIF or WebP image.' })
    const hash = await storeMedia(user.id, now(), type, bytes)
    return hash === null ? problem('refused', { message: 'Your images take up 200 MB, which is all there is room for.' }) : done({ hash })
  })
}
