// What a search asks for, as SQL: every value is a parameter, and every statement is one learner's.

import type { StudyDay } from '#lib/core/day.ts'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import type { Phase } from '#lib/core/card.ts'
import type { Comparison, Property } from '#lib/core/search/query.ts'
import { Prisma } from './client.ts'
import { fromDay } from './values.ts'

export type Filter = { not: boolean } & (
  | { kind: 'words'; needle: string }
  | { kind: 'decks'; ids: readonly DeckId[] }
  | { kind: 'tag'; name: string | null }
  | { kind: 'phase'; phase: Phase }
  | { kind: 'due'; today: StudyDay; endOfDayMs: number }
  | { kind: 'suspended' | 'flagged' | 'marked' }
  | { kind: 'buried'; today: StudyDay }
  /** Decks by the number of lapses that makes a leech there. */
  | { kind: 'leech'; decks: readonly { ids: readonly DeckId[]; lapses: number }[] }
  | { kind: 'prop'; property: Exclude<Property, 'due'>; comparison: Comparison; value: number }
  | { kind: 'prop'; property: 'due'; comparison: Comparison; value: number; today: StudyDay }
)

/** Cards that a learner has: "Card" c and its "Deck" d. */
export const FOUND = Prisma.sql`"Card" c JOIN "Deck" d ON d."userId" = c."userId" AND d.id = c."deckId"`

/** The condition for all of the filters. */
export function foundWhere(userId: UserId, filters: readonly Filter[]): Prisma.Sql {
  const own = Prisma.sql`c."userId" = ${userId}::uuid AND c."deletedAt" IS NULL AND c."withdrawnBy" IS NULL AND d."deletedAt" IS NULL`
  // What does not apply to a card, such as the stability of a new one, is neither less nor more: "not less" finds it.
  const conditions = filters.map((filter) =>
    filter.not ? Prisma.sql`(${filterSql(userId, filter)}) IS NOT TRUE` : Prisma.sql`(${filterSql(userId, filter)})`,
  )
  return Prisma.join([own, ...conditions], ' AND ')
}

/** The filter's own condition, whatever its `not`. */
export function filterSql(userId: UserId, filter: Filter): Prisma.Sql {
  switch (filter.kind) {
    case 'words':
      return ofNote(Prisma.sql`SELECT t.id FROM "NoteText" t WHERE t."userId" = ${userId}::uuid AND t.words LIKE ${`%${filter.needle}%`}`)
    case 'decks':
      return Prisma.sql`c."deckId" = ANY(${filter.ids}::uuid[])`
    case 'tag':
      return ofNote(notesTagged(userId, filter.name))
    case 'phase':
      return Prisma.sql`c.phase = ${filter.phase}`
    case 'due':
      return Prisma.sql`NOT c.suspended AND (c."buriedUntilDay" IS NULL OR c."buriedUntilDay" <= ${fromDay(filter.today)}::date)
        AND (c."dueDay" <= ${fromDay(filter.today)}::date OR c."dueAt" <= ${new Date(filter.endOfDayMs)})`
    case 'suspended':
      return Prisma.sql`c.suspended`
    case 'flagged':
      return Prisma.sql`c.flag > 0`
    case 'marked':
      return Prisma.sql`c.marked`
    case 'buried':
      return Prisma.sql`c."buriedUntilDay" > ${fromDay(filter.today)}::date`
    case 'leech':
      return filter.decks.length === 0
        ? Prisma.sql`false`
        : Prisma.join(
            filter.decks.map(({ ids, lapses }) => Prisma.sql`(c."deckId" = ANY(${ids}::uuid[]) AND c.lapses >= ${lapses})`),
            ' OR ',
          )
    case 'prop':
      return Prisma.sql`${numberOf(filter)} ${COMPARED[filter.comparison]} ${filter.value}::float8`
    default:
      return filter satisfies never
  }
}

const ofNote = (ids: Prisma.Sql) => Prisma.sql`c."noteId" IN (${ids})`

/** In any letters' case; with all tags that lie within it. */
function notesTagged(userId: UserId, name: string | null): Prisma.Sql {
  if (name === null) return Prisma.sql`SELECT n.id FROM "Note" n WHERE n."userId" = ${userId}::uuid AND n.tags = '{}'`
  const tag = name.toLowerCase()
  return Prisma.sql`
    SELECT n.id FROM "Note" n WHERE n."userId" = ${userId}::uuid AND n.tags <> '{}'
      AND EXISTS (SELECT 1 FROM unnest(n.tags) AS tag WHERE lower(tag) = ${tag} OR starts_with(lower(tag), ${`${tag}::`}))`
}

const COMPARED: Record<Comparison, Prisma.Sql> = {
  '<': Prisma.sql`<`,
  '<=': Prisma.sql`<=`,
  '=': Prisma.sql`=`,
  '!=': Prisma.sql`<>`,
  '>=': Prisma.sql`>=`,
  '>': Prisma.sql`>`,
}

function numberOf(filter: Filter & { kind: 'prop' }): Prisma.Sql {
  switch (filter.property) {
    case 'stability':
      return Prisma.sql`c.stability`
    case 'difficulty':
      return Prisma.sql`c.difficulty`
    case 'lapses':
      return Prisma.sql`c.lapses`
    case 'reps':
      return Prisma.sql`c.reps`
    case 'due':
      return Prisma.sql`(c."dueDay" - ${fromDay(filter.today)}::date)`
    default:
      return filter satisfies never
  }
}
