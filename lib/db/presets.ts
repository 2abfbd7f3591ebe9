// Preset versions never change, so what was read once stays right.

import type { PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Reader } from './client.ts'

export type PresetVersionRow = { id: PresetVersionId; presetId: PresetId; options: Options }

/** The learner's own versions among these ids. */
export async function presetVersions(
  tx: Reader,
  userId: UserId,
  ids: Iterable<PresetVersionId>,
): Promise<Map<PresetVersionId, PresetVersionRow>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.presetVersion.findMany({
    where: { userId, id: { in: wanted } },
    select: { id: true, presetId: true, options: true },
  })
  return new Map(
    rows.map((row) => [
      row.id as PresetVersionId,
      { id: row.id as PresetVersionId, presetId: row.presetId as PresetId, options: row.options as unknown as Options },
    ]),
  )
}
