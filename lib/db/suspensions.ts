// Suspending many cards at once: what suspends a card is read and written without the rest of its history.

import type { Suspension } from '#lib/core/fold/suspended.ts'
import type { CardId, EventId, GroupId, UserId } from '#lib/core/ids.ts'
import type { Transaction } from './client.ts'

/** What ever suspended or released these cards, with the voids that bear on it, and the voids of those. */
export async function suspensionsOf(tx: Transaction, userId: UserId, cards: readonly CardId[]): Promise<Suspension[]> {
  type Row = {
    id: EventId
    kind: Suspension['kind']
    cardId: CardId | null
    group: GroupId
    at: Date
    suspended: boolean
    target: GroupId | null
  }
  const rows = await tx.$queryRaw<Row[]>`
    WITH RECURSIVE own AS (
      SELECT id, kind, "cardId", "group", at, coalesce(suspended, true) AS suspended, target FROM "Event"
      WHERE "userId" = ${userId}::uuid AND "cardId" = ANY(${cards}::uuid[]) AND (suspended IS NOT NULL OR (suspends AND NOT practice))
      UNION
      SELECT v.id, v.kind, v."cardId", v."group", v.at, true, v.target FROM "Event" v JOIN own ON v.target = own."group"
      WHERE v."userId" = ${userId}::uuid
    )
    SELECT * FROM own`
  return rows.map(({ id, kind, cardId, group, at, suspended, target }) => ({
    ...{ id, kind, cardId, group, at: at.getTime() },
    ...(target === null ? { suspended } : { target }),
  }))
}

/** When one of these cards was last suspended or released, ms since the epoch: a new mark must be later to count. Null: never. */
export async function lastSuspensionAt(tx: Transaction, userId: UserId, cards: readonly CardId[]): Promise<number | null> {
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(at) AS at FROM "Event"
    WHERE "userId" = ${userId}::uuid AND "cardId" = ANY(${cards}::uuid[]) AND (suspended IS NOT NULL OR suspends)`
  return rows[0]?.at?.getTime() ?? null
}

/** What the cards' rows cache, and the number of the event that it is of. */
export async function setSuspended(
  tx: Transaction,
  userId: UserId,
  cards: readonly CardId[],
  suspended: boolean,
  cursor: number,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Card" SET suspended = ${suspended}, cursor = ${cursor} WHERE "userId" = ${userId}::uuid AND id = ANY(${cards}::uuid[])`
}

export async function cardsOfGroup(tx: Transaction, userId: UserId, group: GroupId): Promise<CardId[]> {
  const rows = await tx.$queryRaw<{ cardId: CardId }[]>`
    SELECT DISTINCT "cardId" FROM "Event" WHERE "userId" = ${userId}::uuid AND "group" = ${group}::uuid AND "cardId" IS NOT NULL`
  return rows.map((row) => row.cardId)
}
