// Preset versions never change, so what was read once stays right.

import type { PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Reader } from './client.ts'

export type PresetVersionRow = { id: PresetVersionId; presetId: PresetId; options: Options }

const CACHED = 1_000
const cache = new Map<string, PresetVersionRow>()

/** The learner's own versions among these ids. */
export async function presetVersions(
  tx: Reader,
  userId: UserId,
  ids: Iterable<PresetVersionId>,
): Promise<Map<PresetVersionId, PresetVersionRow>> {
  const found = new Map<PresetVersionId, PresetVersionRow>()
  const unknown: PresetVersionId[] = []
  for (const id of new Set(ids)) {
    const row = cache.get(`${userId} ${id}`)
    if (row) found.set(id, row)
    else unknown.push(id)
  }
  if (unknown.length === 0) return found
  const rows = await tx.$queryRaw<PresetVersionRow[]>`
    SELECT id, "presetId", options FROM "PresetVersion" WHERE "userId" = ${userId}::uuid AND id = ANY(${unknown}::uuid[])`
  for (const row of rows) {
    if (cache.size >= CACHED) cache.clear()
    cache.set(`${userId} ${row.id}`, row)
    found.set(row.id, row)
  }
  return found
}
