// Preset versions never change, so what was read once stays right.

import type { DeckId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Prisma, Reader, Transaction } from './client.ts'

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

export type DeckPreset = { presetId: PresetId; name: string; currentVersionId: PresetVersionId; shared: boolean }

/** A deck's preset, held until the transaction ends; `shared` by another deck. Null: there is no such deck. */
export async function lockDeckPreset(tx: Transaction, userId: UserId, deckId: DeckId): Promise<DeckPreset | null> {
  const rows = await tx.$queryRaw<DeckPreset[]>`
    SELECT p.id AS "presetId", d.name, p."currentVersionId",
      EXISTS (SELECT 1 FROM "Deck" o WHERE o."userId" = d."userId" AND o."presetId" = p.id AND o.id <> d.id AND o."deletedAt" IS NULL) AS shared
    FROM "Deck" d JOIN "Preset" p ON p."userId" = d."userId" AND p.id = d."presetId"
    WHERE d."userId" = ${userId}::uuid AND d.id = ${deckId}::uuid AND d."deletedAt" IS NULL
    FOR UPDATE OF d, p`
  return rows[0] ?? null
}

export type NewVersion = { deckId: DeckId; presetId: PresetId; name: string; versionId: PresetVersionId; options: Options; now: number }

/** Puts a version in force for a deck, in this preset, which is made where it is not there; the deck's own limits go. */
export async function putDeckVersion(tx: Transaction, userId: UserId, version: NewVersion): Promise<void> {
  const { deckId, presetId, name, versionId, options, now } = version
  const createdAt = new Date(now)
  await tx.preset.createMany({ data: [{ userId, id: presetId, name, currentVersionId: versionId, createdAt }], skipDuplicates: true })
  await tx.presetVersion.create({
    data: { userId, id: versionId, presetId, options: options as unknown as Prisma.InputJsonValue, createdAt },
  })
  await tx.preset.updateMany({ where: { userId, id: presetId }, data: { currentVersionId: versionId } })
  await tx.deck.updateMany({ where: { userId, id: deckId }, data: { presetId, newPerDay: null, reviewsPerDay: null } })
}
