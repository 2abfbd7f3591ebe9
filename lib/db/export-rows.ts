// A learner's rows, page by page: no statement is long, and no transaction waits for a slow reader.

import type { StudyEvent } from '#lib/core/event.ts'
import { EXPORTED_ROWS, type ExportedRows, type ExportRow } from '#lib/core/export.ts'
import type { UserId } from '#lib/core/ids.ts'
import { database, Prisma, type Transaction } from './client.ts'
import { toEvent } from './event-rows.ts'
import type { Event as EventRow } from './generated/client.ts'

/** The table of each part of an export. */
export const EXPORTED_TABLES = {
  presets: 'Preset',
  presetVersions: 'PresetVersion',
  decks: 'Deck',
  notes: 'Note',
  cards: 'Card',
  media: 'Media',
} as const satisfies Record<ExportedRows, string>

const PAGE = 500
/** Images are large, and written as hexadecimal. */
const MEDIA_PAGE = 4

/** The number of the learner's last event; null where there is no such learner. */
export async function lastCursor(userId: UserId): Promise<number | null> {
  return (await database().cursor.findUnique({ where: { userId } }))?.value ?? null
}

/** Events in the order in which they came, up to and with `last`. */
export async function* eventPages(userId: UserId, last: number): AsyncGenerator<StudyEvent[]> {
  for (let from = 0; from < last; from += PAGE) {
    const to = Math.min(last, from + PAGE)
    const rows = await database().$queryRaw<EventRow[]>`
      SELECT * FROM "Event" WHERE "userId" = ${userId}::uuid AND cursor > ${from} AND cursor <= ${to} ORDER BY cursor`
    yield rows.map(toEvent)
  }
}

/** Rows of one table by id. */
export async function* rowPages(userId: UserId, part: ExportedRows): AsyncGenerator<ExportRow[]> {
  const table = Prisma.raw(`"${EXPORTED_TABLES[part]}"`)
  const page = part === 'media' ? MEDIA_PAGE : PAGE
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await database().$queryRaw<{ row: ExportRow }[]>`
      SELECT to_jsonb(t) - 'userId' - 'textRead' AS row FROM ${table} t
      WHERE "userId" = ${userId}::uuid AND id > ${after}::uuid ORDER BY id LIMIT ${page}`
    if (rows.length > 0) yield rows.map(({ row }) => row)
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.row.id
  }
}

export type Frame = Record<'presets' | 'presetVersions' | 'decks', ExportRow[]>

/** Decks and presets, which point at one another both ways: one statement, so that they are of one moment. */
export async function frameRows(userId: UserId): Promise<Frame> {
  const own = Prisma.sql`WHERE t."userId" = ${userId}::uuid`
  const rows = await database().$queryRaw<{ part: keyof Frame; row: ExportRow }[]>`
    SELECT 'presets' AS part, to_jsonb(t) - 'userId' AS row FROM "Preset" t ${own}
    UNION ALL SELECT 'presetVersions', to_jsonb(t) - 'userId' FROM "PresetVersion" t ${own}
    UNION ALL SELECT 'decks', to_jsonb(t) - 'userId' FROM "Deck" t ${own}`
  const of = (part: keyof Frame) => rows.filter((row) => row.part === part).map(({ row }) => row)
  return { presets: of('presets'), presetVersions: of('presetVersions'), decks: of('decks') }
}

/** Columns that only cache what the events say: they are folded again, never taken from a file. */
const CACHED = new Set(
  'phase step dueDay dueAt position stability difficulty reps lapses firstDay lastDay suspended buriedUntilDay flag marked head parametersId foldVersion cursor'.split(
    ' ',
  ),
)

/** A file that names a column which this version's tables lack. */
export class UnknownColumn extends Error {}

/** Postgres takes no JSON of more than 256 MB: images go in four at a time, and what there may be very many of in parts. Decks refer to one another. */
const atOnce = (table: string) => (table === 'Media' ? 4 : table === 'Deck' ? Number.MAX_SAFE_INTEGER : 5_000)

/** Writes rows of an export as the learner's. Throws UnknownColumn, or what Postgres says of a value that is none. */
export async function insertRows(tx: Transaction, userId: UserId, part: ExportedRows, rows: readonly ExportRow[]): Promise<void> {
  const table = EXPORTED_TABLES[part]
  const columns = new Set((await columnsOf(tx, table)).filter((name) => name !== 'userId'))
  const given = new Set(rows.flatMap((row) => Object.keys(row)))
  for (const name of given) if (!columns.has(name)) throw new UnknownColumn(`${part}.${name}`)
  const names = [...given].filter((name) => name !== 'textRead' && (table !== 'Card' || !CACHED.has(name)))
  const into = names.map((name) => `"${name}"`)
  // A card without a head stands at its place in its deck.
  const [target, source] =
    table === 'Card'
      ? [
          [...into, 'position'],
          [...into, 'place'],
        ]
      : [into, into]
  // Decks refer to decks, so a table's references are checked once all its rows are there.
  for (let from = 0; from < rows.length; from += atOnce(table)) {
    const json = JSON.stringify(rows.slice(from, from + atOnce(table)))
    await tx.$executeRaw`
      INSERT INTO ${Prisma.raw(`"${table}"`)} ("userId", ${Prisma.raw(target.join(', '))})
      SELECT ${userId}::uuid, ${Prisma.raw(source.join(', '))} FROM jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${json}::jsonb)`
  }
}

async function columnsOf(tx: Transaction, table: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`
  return rows.map(({ name }) => name)
}

/** Whether the learner has done nothing yet: no event, no image, no note of their own or edited, and no deck but those that were shipped to them. */
export async function isEmptyLearner(tx: Transaction, userId: UserId): Promise<boolean> {
  const made = [
    await tx.event.count({ where: { userId } }),
    await tx.deck.count({ where: { userId, baseId: null } }),
    await tx.note.count({ where: { userId, OR: [{ kind: { not: null } }, { version: { gt: 1 } }] } }),
    await tx.media.count({ where: { userId } }),
  ]
  return made.every((count) => count === 0)
}

/** Takes away what was shipped to a learner who has done nothing with it. */
export async function clearLearner(tx: Transaction, userId: UserId): Promise<void> {
  for (const part of EXPORTED_ROWS.toReversed()) {
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${EXPORTED_TABLES[part]}"`)} WHERE "userId" = ${userId}::uuid`
  }
}

export async function cardIdsOf(tx: Transaction, userId: UserId): Promise<string[]> {
  return (await tx.card.findMany({ where: { userId }, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
}
