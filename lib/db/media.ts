// Images of a learner's notes, each once by the hash of its bytes.

import type { UserId } from '#lib/core/ids.ts'
import { database } from './client.ts'

export type MediaRow = { id: string; hash: string; type: string; bytes: Uint8Array<ArrayBuffer> }

export async function putMedia(userId: UserId, { id, hash, type, bytes }: MediaRow, now: number): Promise<void> {
  const row = { userId, id, hash, type, size: bytes.length, bytes, createdAt: new Date(now) }
  await database().media.createMany({ data: [row], skipDuplicates: true })
}

export async function mediaOf(userId: UserId, hash: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  return database().media.findUnique({ where: { userId_hash: { userId, hash } }, select: { type: true, bytes: true } })
}

/** The bytes that a learner's images take. */
export async function mediaSize(userId: UserId): Promise<number> {
  const { _sum } = await database().media.aggregate({ where: { userId }, _sum: { size: true } })
  return _sum.size ?? 0
}
