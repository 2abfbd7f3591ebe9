// Cards that a search finds, page by page. A page begins at a mark, the place of its first card in the order: so any page of a
// hundred thousand costs what its own rows cost, and none shifts while cards come and go before it.

import type { StudyCard } from '#lib/core/card.ts'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import type { Mark } from '#lib/core/search/found.ts'
import type { Order, Sort } from '#lib/core/search/sort.ts'
import { STUDY_CARD_COLUMNS, type StudyCardRow, toStudyCard } from './card-rows.ts'
import { database, Prisma, type Reader } from './client.ts'
import { type Filter, FOUND, foundWhere } from './find-filters.ts'

type Key = { sql: Prisma.Sql; from: (mark: number | string) => Prisma.Sql }

const numbered = (sql: Prisma.Sql): Key => ({ sql, from: (mark) => Prisma.sql`${Number(mark)}::float8` })

/** New cards come after all that have a day, in their own order. */
const AFTER_ALL_DAYS = 1e12

/** What each order goes by; it is never null. Of cards that are equal in it, the place in the deck decides, then the id. */
const KEYS: Record<Order, Key> = {
  // The column itself, so that its index is used.
  created: { sql: Prisma.sql`c."createdAt"`, from: (mark) => Prisma.sql`${new Date(Number(mark))}` },
  due: numbered(Prisma.sql`coalesce(extract(epoch FROM c."dueAt")::float8, (c."dueDay" - date '1970-01-01') * 86400::float8,
    ${AFTER_ALL_DAYS}::float8 + c.position)`),
  text: { sql: Prisma.sql`lower(coalesce(t.fronts ->> c.key, ''))`, from: (mark) => Prisma.sql`${String(mark)}` },
  stability: numbered(Prisma.sql`coalesce(c.stability, -1)`),
  difficulty: numbered(Prisma.sql`coalesce(c.difficulty, -1)`),
  lapses: numbered(Prisma.sql`c.lapses::float8`),
}

/** As `from` reads it back. */
const marked = (by: Order): Prisma.Sql =>
  by === 'created' ? Prisma.sql`to_jsonb(extract(epoch FROM c."createdAt") * 1000)` : Prisma.sql`to_jsonb(${KEYS[by].sql})`

const TEXT = Prisma.sql`LEFT JOIN "NoteText" t ON t."userId" = c."userId" AND t.id = c."noteId"`

function order({ by, down }: Sort): Prisma.Sql {
  const direction = down ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return Prisma.sql`ORDER BY ${KEYS[by].sql} ${direction}, c.place ${direction}, c.id ${direction}`
}

function fromMark({ by, down }: Sort, [key, place, id]: Mark): Prisma.Sql {
  const compared = down ? Prisma.sql`<=` : Prisma.sql`>=`
  return Prisma.sql`AND (${KEYS[by].sql}, c.place, c.id) ${compared} (${KEYS[by].from(key)}, ${place}::int, ${id}::uuid)`
}

export type FoundCard = { card: StudyCard; front: string; deck: string; deckId: DeckId; tags: string[]; own: boolean }

/** The cards of a page, from `mark` on; null: from the first. */
export async function foundCards(
  userId: UserId,
  filters: readonly Filter[],
  sort: Sort,
  mark: Mark | null,
  most: number,
): Promise<FoundCard[]> {
  const rows = await database().$queryRaw<(StudyCardRow & { front: string; deck: string; tags: string[]; own: boolean })[]>`
    WITH page AS MATERIALIZED (
      SELECT c.id FROM ${FOUND} ${sort.by === 'text' ? TEXT : Prisma.empty}
      WHERE ${foundWhere(userId, filters)} ${mark ? fromMark(sort, mark) : Prisma.empty} ${order(sort)} LIMIT ${most}
    )
    SELECT ${STUDY_CARD_COLUMNS}, d.name AS deck, n.tags, n.kind IS NOT NULL AS own, coalesce(t.fronts ->> c.key, '') AS front
    FROM page JOIN "Card" c ON c."userId" = ${userId}::uuid AND c.id = page.id
    JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"
    JOIN "Preset" p ON p."userId" = d."userId" AND p.id = d."presetId"
    JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId" ${TEXT} ${order(sort)}`
  return rows.map((row) => ({
    card: toStudyCard(row),
    front: row.front,
    deck: row.deck,
    deckId: row.deckId as DeckId,
    tags: row.tags,
    own: row.own,
  }))
}

/** How many cards are found, and the first card of each page of `size`. */
export async function foundMarks(
  userId: UserId,
  filters: readonly Filter[],
  sort: Sort,
  size: number,
): Promise<{ total: number; marks: Mark[] }> {
  const rows = await database().$queryRaw<{ key: number | string; place: number; id: string; total: number }[]>`
    SELECT key, place, id, total FROM (
      SELECT ${marked(sort.by)} AS key, c.place, c.id, (row_number() OVER (${order(sort)}))::int AS at, (count(*) OVER ())::int AS total
      FROM ${FOUND} ${sort.by === 'text' ? TEXT : Prisma.empty} WHERE ${foundWhere(userId, filters)}
    ) AS found WHERE at % ${size} = 1 ORDER BY at`
  return { total: rows[0]?.total ?? 0, marks: rows.map(({ key, place, id }) => [key, place, id]) }
}

export async function countFound(reader: Reader, userId: UserId, filters: readonly Filter[]): Promise<number> {
  const rows = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${FOUND} WHERE ${foundWhere(userId, filters)}`
  return rows[0]?.count ?? 0
}
