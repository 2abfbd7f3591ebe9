// What a learner's cards are worth today and were worth on earlier days, computed by Postgres where it would be many rows to
// carry. The formula is that of lib/core/memory.ts, whose exponent and factor come in by deck.

import type { CardState } from '#lib/core/card.ts'
import type { StudyDay } from '#lib/core/day.ts'
import type { CardId, DeckId, UserId } from '#lib/core/ids.ts'
import { type StateRow, toState } from './card-rows.ts'
import { database, Prisma } from './client.ts'
import { fromDay, toDay } from './values.ts'

/** A deck's cards are remembered by one curve, and known down to one recall. */
export type DeckAim = { id: DeckId; exponent: number; factor: number; desiredRetention: number }

const asked = (decks: readonly DeckAim[]) => Prisma.sql`
  unnest(${decks.map((deck) => deck.id)}::uuid[], ${decks.map((deck) => deck.exponent)}::float8[],
    ${decks.map((deck) => deck.factor)}::float8[], ${decks.map((deck) => deck.desiredRetention)}::float8[])
    AS asked(id, exponent, factor, aim)`

/** Recall of "Card" c on a day, a date, no earlier than its last answer. */
const recallOn = (day: Prisma.Sql) => Prisma.sql`power(1 + asked.factor * greatest(0, ${day} - c."lastDay") / c.stability, asked.exponent)`
const LIVE = Prisma.sql`c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL`

/**
 * For each Monday from `from` on and for today: the cards whose last answer was on it or before, and the sum of their predicted
 * recall then.
 */
export async function latestByMonday(
  userId: UserId,
  decks: readonly DeckAim[],
  from: StudyDay,
  today: StudyDay,
): Promise<Map<StudyDay, { seen: number; known: number }>> {
  const until = Prisma.sql`${fromDay(today)}::date`
  const rows = await database().$queryRaw<{ day: Date; seen: number; known: number }[]>`
    SELECT on_day.day, count(*)::int AS seen, sum(${recallOn(Prisma.sql`on_day.day`)}) AS known
    FROM ${asked(decks)} JOIN "Card" c ON c."userId" = ${userId}::uuid AND c."deckId" = asked.id,
    LATERAL (SELECT greatest(c."lastDay", ${fromDay(from)}::date) AS first) AS since,
    LATERAL (
      SELECT ${until} AS day
      UNION ALL
      SELECT monday FROM (
        SELECT since.first + (8 - extract(isodow FROM since.first)::int) % 7 + 7 * week AS monday
        FROM generate_series(0, (${until} - since.first) / 7) AS week
      ) AS mondays WHERE monday < ${until}
    ) AS on_day
    WHERE c.stability IS NOT NULL AND c."lastDay" IS NOT NULL AND ${LIVE}
    GROUP BY on_day.day`
  return new Map(rows.map(({ day, seen, known }) => [toDay(day), { seen, known }]))
}

export type Firmness = { cards: number; mature: number; young: number; learning: number; fresh: number; suspended: number }

/** How many cards are how firm. Mature: the interval is 21 days or more; suspended cards count as that alone. */
export async function firmnessOf(userId: UserId, decks: readonly DeckAim[]): Promise<Firmness> {
  const rows = await database().$queryRaw<Firmness[]>`
    SELECT count(*)::int AS cards,
      count(*) FILTER (WHERE NOT suspended AND phase = 'review' AND "dueDay" - "lastDay" >= 21)::int AS mature,
      count(*) FILTER (WHERE NOT suspended AND phase = 'review' AND ("dueDay" - "lastDay" < 21 OR "lastDay" IS NULL))::int AS young,
      count(*) FILTER (WHERE NOT suspended AND phase IN ('learning', 'relearning'))::int AS learning,
      count(*) FILTER (WHERE NOT suspended AND phase = 'new')::int AS fresh,
      count(*) FILTER (WHERE suspended)::int AS suspended
    FROM "Card" c WHERE c."userId" = ${userId}::uuid AND c."deckId" = ANY(${decks.map((deck) => deck.id)}::uuid[]) AND ${LIVE}`
  return rows[0] ?? { cards: 0, mature: 0, young: 0, learning: 0, fresh: 0, suspended: 0 }
}

/** New cards of each deck that can still come: suspended ones cannot. */
export async function unseenByDeck(userId: UserId): Promise<Map<DeckId, number>> {
  const rows = await database().$queryRaw<{ deckId: DeckId; count: number }[]>`
    SELECT c."deckId", count(*)::int AS count FROM "Card" c
    WHERE c."userId" = ${userId}::uuid AND NOT c.suspended AND ${LIVE} AND c.position IS NOT NULL GROUP BY c."deckId"`
  return new Map(rows.map(({ deckId, count }) => [deckId, count]))
}

export type TopicRow = {
  deckId: DeckId
  deck: string
  topic: string
  known: number
  fading: number
  unseen: number
  /** Mean predicted recall today of its cards that were answered; null where none was. */
  recall: number | null
  lapses: number
}

/** Topics with their cards' standing, by deck in the order of the cards. */
export function topicRows(userId: UserId, decks: readonly DeckAim[], today: StudyDay): Promise<TopicRow[]> {
  const now = recallOn(Prisma.sql`${fromDay(today)}::date`)
  return database().$queryRaw<TopicRow[]>`
    SELECT d.id AS "deckId", d.name AS deck, n.topic,
      count(*) FILTER (WHERE ${now} >= asked.aim)::int AS known,
      count(*) FILTER (WHERE ${now} < asked.aim)::int AS fading,
      count(*) FILTER (WHERE c.stability IS NULL)::int AS unseen,
      avg(${now}) AS recall, sum(c.lapses)::int AS lapses
    FROM ${asked(decks)} JOIN "Deck" d ON d."userId" = ${userId}::uuid AND d.id = asked.id
    JOIN "Card" c ON c."userId" = d."userId" AND c."deckId" = d.id
    JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    WHERE ${LIVE} AND n.topic IS NOT NULL
    GROUP BY d.id, d.name, n.topic ORDER BY d.name, d.id, min(c.place)`
}

export type WeakCard = { id: CardId; lapses: number; reps: number; recall: number }

/** The cards forgotten most often in review; of those forgotten equally often, the likeliest to be forgotten now come first. */
export function weakestCards(userId: UserId, decks: readonly DeckAim[], today: StudyDay, most: number): Promise<WeakCard[]> {
  const now = recallOn(Prisma.sql`${fromDay(today)}::date`)
  return database().$queryRaw<WeakCard[]>`
    SELECT c.id, c.lapses, c.reps, ${now} AS recall
    FROM ${asked(decks)} JOIN "Card" c ON c."userId" = ${userId}::uuid AND c."deckId" = asked.id
    WHERE ${LIVE} AND NOT c.suspended AND c.lapses > 0 AND c.stability IS NOT NULL AND c."lastDay" IS NOT NULL
    ORDER BY c.lapses DESC, recall, c.id LIMIT ${most}`
}

/** Cards of a topic that were answered, the likeliest to be forgotten first. */
export async function weakestOfTopic(
  userId: UserId,
  decks: readonly DeckAim[],
  topic: string,
  today: StudyDay,
  most: number,
): Promise<CardId[]> {
  const rows = await database().$queryRaw<{ id: CardId }[]>`
    SELECT c.id FROM ${asked(decks)} JOIN "Card" c ON c."userId" = ${userId}::uuid AND c."deckId" = asked.id
    JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    WHERE ${LIVE} AND NOT c.suspended AND n.topic = ${topic} AND c.stability IS NOT NULL AND c."lastDay" IS NOT NULL
    ORDER BY ${recallOn(Prisma.sql`${fromDay(today)}::date`)}, c.place, c.id LIMIT ${most}`
  return rows.map((row) => row.id)
}

export type DeckCard = { id: CardId; factIds: string[]; topic: string | null; state: CardState }
type DeckCardRow = StateRow & Omit<DeckCard, 'state'>

const DECK_CARD = Prisma.sql`c.id, c."factIds", n.topic, c.phase, c.step, c."dueDay", c."dueAt", c.position, c.stability, c.difficulty,
  c.reps, c.lapses, c."firstDay", c."lastDay", c.suspended, c."buriedUntilDay", c.flag, c.marked, c.head`
const toDeckCard = (row: DeckCardRow): DeckCard => ({ id: row.id, factIds: row.factIds, topic: row.topic, state: toState(row) })

/** Cards of a deck that it still has, in their order, at most `most`. */
export async function cardsOfDeck(userId: UserId, deckId: DeckId, most: number): Promise<DeckCard[]> {
  const rows = await database().$queryRaw<DeckCardRow[]>`
    SELECT ${DECK_CARD} FROM "Card" c JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    WHERE c."userId" = ${userId}::uuid AND c."deckId" = ${deckId}::uuid AND ${LIVE} ORDER BY c.place, c.id LIMIT ${most}`
  return rows.map(toDeckCard)
}

/** Cards of the same note, and of its deck those that rest on one of the same facts; the card itself is not among them. */
export async function relatedCards(userId: UserId, cardId: CardId, most: number): Promise<DeckCard[]> {
  const rows = await database().$queryRaw<DeckCardRow[]>`
    SELECT ${DECK_CARD} FROM "Card" own
    JOIN "Card" c ON c."userId" = own."userId" AND c.id <> own.id
      AND (c."noteId" = own."noteId" OR (c."deckId" = own."deckId" AND c."factIds" && own."factIds"))
    JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    WHERE own."userId" = ${userId}::uuid AND own.id = ${cardId}::uuid AND ${LIVE}
    ORDER BY c."noteId" = own."noteId" DESC, c.place, c.id LIMIT ${most}`
  return rows.map(toDeckCard)
}
