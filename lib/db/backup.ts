// Takes a copy of a whole database while it is in use: one snapshot, streamed table by table.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { BACKUP_VERSION, END_OF_ROWS, lineOf } from './backup-format.ts'
import { migrationStatus } from './migration-status.ts'

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export type TableColumns = { table: string; columns: string[] }

/** Every table of ours with its columns; a table comes after those that it refers to. Throws where they refer in a circle. */
export async function tablesInOrder(client: Client): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns & { parents: string[] }>(`
    SELECT r.relname::text AS table,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
            WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint c JOIN pg_class p ON p.oid = c.confrelid
            WHERE c.conrelid = r.oid AND c.contype = 'f' AND p.oid <> r.oid) AS parents
    FROM pg_class r JOIN pg_namespace n ON n.oid = r.relnamespace
    WHERE n.nspname = 'public' AND r.relkind = 'r' AND r.relname <> '_prisma_migrations'
    ORDER BY 1`)
  const ordered: TableColumns[] = []
  const waiting = new Map(rows.map((row) => [row.table, row]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ parents }) => parents.every((parent) => !waiting.has(parent)))
    if (ready.length === 0) throw new Error(`The tables ${[...waiting.keys()].join(', ')} refer to one another in a circle.`)
    for (const { table, columns } of ready) {
      ordered.push({ table, columns })
      waiting.delete(table)
    }
  }
  return ordered
}

/** The settings that make a row the same text everywhere. */
export const PLAIN_TEXT = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET client_encoding = 'UTF8'`

export type Counted = { table: string; rows: number }

/** Writes the database at `url` to `out`, not yet zipped, and gives the rows of each table. `now` in ms. */
export async function writeBackup(url: string, out: Writable, now: number): Promise<Counted[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(PLAIN_TEXT)
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { applied: migrations } = await migrationStatus(client)
    const tables = await tablesInOrder(client)
    const names = tables.map(({ table }) => table)
    await put(
      out,
      lineOf({ format: 'myelin-backup', version: BACKUP_VERSION, createdAt: new Date(now).toISOString(), migrations, tables: names }),
    )
    const counted: Counted[] = []
    for (const table of tables) counted.push(await writeTable(client, table, out))
    await put(out, lineOf({ end: true, tables: tables.length }))
    await client.query('COMMIT')
    return counted
  } finally {
    await client.end()
  }
}

async function writeTable(client: Client, { table, columns }: TableColumns, out: Writable): Promise<Counted> {
  await put(out, lineOf({ table, columns }))
  const copying = client.query(copyTo(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) TO STDOUT`))
  const hash = createHash('sha256')
  for await (const chunk of copying) {
    hash.update(chunk as Buffer)
    await put(out, chunk as Buffer)
  }
  const rows = copying.rowCount
  await put(out, `${END_OF_ROWS}\n${lineOf({ rows, sha256: hash.digest('hex') })}`)
  return { table, rows }
}

/** Waits while the reader at the other end is behind, so that memory stays bounded. */
async function put(out: Writable, data: string | Buffer): Promise<void> {
  if (!out.write(data)) await once(out, 'drain')
}
