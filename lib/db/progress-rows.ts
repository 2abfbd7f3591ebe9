// Numbers about a learner's memory and pace, counted by Postgres.

import type { StudyDay } from '#lib/core/day.ts'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import { database } from './client.ts'
import { fromDay } from './values.ts'

export type Shares = { known: number; fading: number; unseen: number }

/**
 * Of each deck's cards: known (recall today at or above the one aimed for), fading (below) and unseen. `factor` is the interval
 * in days that a card of one day's stability gets: recall is at its aim for as long as that times the card's stability.
 */
export async function deckShares(userId: UserId, today: StudyDay, decks: { id: DeckId; factor: number }[]): Promise<Map<DeckId, Shares>> {
  const rows = await database().$queryRaw<{ deckId: DeckId; known: number; unseen: number; total: number }[]>`
    SELECT c."deckId",
      count(*) FILTER (WHERE c.stability IS NULL)::int AS unseen,
      count(*) FILTER (WHERE ${fromDay(today)}::date - c."lastDay" <= c.stability * asked.factor)::int AS known,
      count(*)::int AS total
    FROM unnest(${decks.map((deck) => deck.id)}::uuid[], ${decks.map((deck) => deck.factor)}::float8[]) AS asked(id, factor)
    JOIN "Card" c ON c."userId" = ${userId}::uuid AND c."deckId" = asked.id
    WHERE c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL
    GROUP BY c."deckId"`
  return new Map(rows.map(({ deckId, known, unseen, total }) => [deckId, { known, unseen, fading: total - known - unseen }]))
}

/** The mean time of the last answers in ms, each counted up to a minute; null before the first. */
export async function meanAnswerMs(userId: UserId): Promise<number | null> {
  const rows = await database().$queryRaw<{ mean: number | null }[]>`
    SELECT avg(least("tookMs", 60000))::float8 AS mean
    FROM (SELECT "tookMs" FROM "Event" WHERE "userId" = ${userId}::uuid AND kind = 'answer' AND NOT practice ORDER BY cursor DESC LIMIT 500) AS latest`
  return rows[0]?.mean ?? null
}

/** How many cards were answered, how often and on how many study days; and how many there are that no fact base made. */
export async function harvestOf(userId: UserId): Promise<{ cards: number; answers: number; days: number; ownCards: number }> {
  const rows = await database().$queryRaw<{ cards: number; answers: number; days: number; ownCards: number }[]>`
    SELECT count(DISTINCT "cardId")::int AS cards, count(*)::int AS answers, count(DISTINCT "studyDay")::int AS days,
      (SELECT count(*)::int FROM "Card" c JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
       JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"
       WHERE c."userId" = ${userId}::uuid AND (n.kind IS NOT NULL OR d."baseId" IS NULL) AND c."deletedAt" IS NULL) AS "ownCards"
    FROM "Event" WHERE "userId" = ${userId}::uuid AND kind = 'answer'`
  return rows[0] ?? { cards: 0, answers: 0, days: 0, ownCards: 0 }
}
