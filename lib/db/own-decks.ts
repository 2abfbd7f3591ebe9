// Decks as their learner arranges them. A deck that is deleted keeps its rows, marked with the time, and comes back by it.

import type { DeckId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import type { Prisma, Reader, Transaction } from './client.ts'

export type OwnDeck = { id: DeckId; name: string; parentId: DeckId | null; version: number; baseId: string | null }

/** The preset that a learner's own decks share, where it is not there yet. */
export async function putPreset(
  tx: Transaction,
  userId: UserId,
  { id, versionId, name, options }: { id: PresetId; versionId: PresetVersionId; name: string; options: Options },
  now: number,
): Promise<void> {
  const createdAt = new Date(now)
  await tx.preset.createMany({ data: [{ userId, id, name, currentVersionId: versionId, createdAt }], skipDuplicates: true })
  const version = { userId, id: versionId, presetId: id, options: options as unknown as Prisma.InputJsonValue, createdAt }
  await tx.presetVersion.createMany({ data: [version], skipDuplicates: true })
}

/** Making the same deck twice makes it once. */
export async function insertDeck(
  tx: Transaction,
  userId: UserId,
  deck: { id: DeckId; parentId: DeckId | null; presetId: PresetId; name: string },
  now: number,
): Promise<void> {
  await tx.deck.createMany({ data: [{ userId, ...deck, createdAt: new Date(now) }], skipDuplicates: true })
}

export async function ownDeck(tx: Reader, userId: UserId, id: DeckId): Promise<OwnDeck | null> {
  const row = await tx.deck.findFirst({
    where: { userId, id, deletedAt: null },
    select: { id: true, name: true, parentId: true, version: true, baseId: true },
  })
  return row && { ...row, id: row.id as DeckId, parentId: row.parentId as DeckId | null }
}

export async function updateDeck(
  tx: Transaction,
  userId: UserId,
  id: DeckId,
  to: { name: string; parentId: DeckId | null },
): Promise<void> {
  await tx.deck.updateMany({ where: { userId, id }, data: { ...to, version: { increment: 1 } } })
}

/** A deck and all live decks within it. */
export async function deckWithChildren(tx: Reader, userId: UserId, id: DeckId): Promise<DeckId[]> {
  const rows = await tx.$queryRaw<{ id: DeckId }[]>`
    WITH RECURSIVE below AS (
      SELECT id FROM "Deck" WHERE "userId" = ${userId}::uuid AND id = ${id}::uuid AND "deletedAt" IS NULL
      UNION
      SELECT d.id FROM "Deck" d JOIN below ON d."parentId" = below.id WHERE d."userId" = ${userId}::uuid AND d."deletedAt" IS NULL
    )
    SELECT id FROM below`
  return rows.map((row) => row.id)
}

/** Marks decks, their cards, and the notes that have no other card, with one time: by it they come back together. */
export async function deleteDecks(tx: Transaction, userId: UserId, ids: DeckId[], at: number): Promise<void> {
  const deletedAt = new Date(at)
  await tx.deck.updateMany({ where: { userId, id: { in: ids }, deletedAt: null }, data: { deletedAt } })
  await tx.card.updateMany({ where: { userId, deckId: { in: ids }, deletedAt: null }, data: { deletedAt } })
  await tx.$executeRaw`
    UPDATE "Note" n SET "deletedAt" = ${deletedAt}
    WHERE n."userId" = ${userId}::uuid AND n."deletedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id AND c."deletedAt" = ${deletedAt})
      AND NOT EXISTS (SELECT 1 FROM "Card" c WHERE c."userId" = n."userId" AND c."noteId" = n.id AND c."deletedAt" IS NULL)`
}

/** Puts back what was deleted at this time, and decks that such cards lie in. A deck whose parent is gone meanwhile stands at the top. */
export async function restoreDeletedAt(tx: Transaction, userId: UserId, at: number): Promise<void> {
  const deletedAt = new Date(at)
  await tx.$executeRaw`
    UPDATE "Deck" d SET "deletedAt" = NULL
    WHERE d."userId" = ${userId}::uuid AND d."deletedAt" IS NOT NULL AND (d."deletedAt" = ${deletedAt}
      OR EXISTS (SELECT 1 FROM "Card" c WHERE c."userId" = d."userId" AND c."deckId" = d.id AND c."deletedAt" = ${deletedAt}))`
  await tx.note.updateMany({ where: { userId, deletedAt }, data: { deletedAt: null } })
  await tx.card.updateMany({ where: { userId, deletedAt }, data: { deletedAt: null } })
  await tx.$executeRaw`
    UPDATE "Deck" d SET "parentId" = NULL
    WHERE d."userId" = ${userId}::uuid AND d."deletedAt" IS NULL AND d."parentId" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Deck" p WHERE p."userId" = d."userId" AND p.id = d."parentId" AND p."deletedAt" IS NOT NULL)`
}

/** How many live cards stand in each of the learner's decks, and the version of each deck. */
export async function deckSizes(tx: Reader, userId: UserId): Promise<Map<DeckId, { cards: number; version: number }>> {
  const rows = await tx.$queryRaw<{ id: DeckId; cards: number; version: number }[]>`
    SELECT d.id, d.version, count(c.id)::int AS cards
    FROM "Deck" d LEFT JOIN "Card" c ON c."userId" = d."userId" AND c."deckId" = d.id AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL
    WHERE d."userId" = ${userId}::uuid AND d."deletedAt" IS NULL GROUP BY d.id, d.version`
  return new Map(rows.map(({ id, cards, version }) => [id, { cards, version }]))
}
