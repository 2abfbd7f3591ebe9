// How many cards there are of each kind that a search can be narrowed to.

import type { UserId } from '#lib/core/ids.ts'
import { database, Prisma } from './client.ts'
import { type Filter, filterSql, FOUND, foundWhere } from './find-filters.ts'

/** Of each filter, the cards that it alone finds, in one pass over all of them. */
export async function countEach(userId: UserId, filters: readonly Filter[]): Promise<number[]> {
  const counts = filters.map((filter) => Prisma.sql`count(*) FILTER (WHERE ${filterSql(userId, filter)})`)
  const rows = await database().$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${Prisma.join(counts)}]::int[] AS counts FROM ${FOUND} WHERE ${foundWhere(userId, [])}`
  return rows[0]?.counts ?? []
}

/** The tags that notes have together, each such set once. */
export function tagSets(userId: UserId): Promise<{ tags: string[]; cards: number }[]> {
  return database().$queryRaw<{ tags: string[]; cards: number }[]>`
    SELECT n.tags, count(*)::int AS cards FROM ${FOUND} JOIN "Note" n ON n."userId" = c."userId" AND n.id = c."noteId"
    WHERE ${foundWhere(userId, [])} AND n.tags <> '{}' GROUP BY n.tags`
}
