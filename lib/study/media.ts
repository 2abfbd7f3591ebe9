// Images of a learner's notes: kept by the hash of their bytes, given to nobody else.

import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { UserId } from '#lib/core/ids.ts'
import { mediaOf, mediaSize, putMedia } from '#lib/db/media.ts'

const MOST_BYTES = 200_000_000

/** Null where the learner's images would take more room than a learner has. */
export async function storeMedia(userId: UserId, now: number, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if ((await mediaSize(userId)) + bytes.length > MOST_BYTES) return null
  const hash = createHash('sha256').update(bytes).digest('hex')
  await putMedia(userId, { id: uuidv7(), hash, type, bytes }, now)
  return hash
}

export function readMedia(userId: UserId, hash: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  return mediaOf(userId, hash)
}
