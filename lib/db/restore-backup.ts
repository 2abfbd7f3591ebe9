// Puts a backup into an empty database. The file is read to its end before anything is written, and what is written stands or
// falls as one.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type BackupHeader, BackupFault, notWhole, readBackup, type TableRows } from './backup-format.ts'
import { type Counted, PLAIN_TEXT, quoted, tablesInOrder } from './backup.ts'
import { migrate } from './migrate.ts'
import { migrationNames, migrationStatus, prismaFolder } from './migration-status.ts'

type Open = () => AsyncIterable<Buffer>

/**
 * Restores what `open` gives (unzipped; it is called twice) into the database at `url`, brings it up to this version, and gives
 * the rows of each table. Throws a BackupFault, with nothing restored, where the file or the database is not fit.
 */
export async function restoreBackup(url: string, open: Open, folder = prismaFolder): Promise<Counted[]> {
  const header = await check(open)
  const last = await lastMigration(header, folder)
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUsed(client, header)
    await migrate(url, folder, last)
    await client.query(PLAIN_TEXT)
    const counted = await fill(client, open)
    await migrate(url, folder)
    await client.query('ANALYZE')
    return counted
  } finally {
    await client.end()
  }
}

/** Reads the whole file once and writes nothing. */
async function check(open: Open): Promise<BackupHeader> {
  let header: BackupHeader | undefined
  for await (const part of readBackup(open())) {
    if ('format' in part) header = part
    else for await (const rows of part.rows) void rows
  }
  if (!header) throw notWhole()
  return header
}

/** The migration that the backup stands at: its tables are made as they were then, and moved on afterwards. */
async function lastMigration({ migrations }: BackupHeader, folder: string): Promise<string> {
  const last = migrations.at(-1)
  const known = (await migrationNames(folder)).filter((name) => last !== undefined && name <= last)
  if (last !== undefined && known.join() === migrations.join()) return last
  throw new BackupFault('This backup was made by a newer Myelin, or by another one. Nothing was restored. Restore it with that version.')
}

async function refuseUsed(client: Client, { migrations }: BackupHeader): Promise<void> {
  const { applied } = await migrationStatus(client)
  const used = applied.some((name) => !migrations.includes(name)) || (await holdsRows(client))
  if (!used) return
  throw new BackupFault(
    'The database is not empty. Nothing was restored. Restore into a new one: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.',
  )
}

async function holdsRows(client: Client): Promise<boolean> {
  for (const { table } of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
    if (rowCount !== 0) return true
  }
  return false
}

async function fill(client: Client, open: Open): Promise<Counted[]> {
  await client.query('BEGIN')
  try {
    const tables = new Map((await tablesInOrder(client)).map(({ table, columns }) => [table, new Set(columns)]))
    const counted: Counted[] = []
    for await (const part of readBackup(open())) {
      if ('format' in part) continue
      const columns = tables.get(part.head.table)
      if (!columns || part.head.columns.some((name) => !columns.has(name))) throw notWhole()
      counted.push(await fillTable(client, part))
    }
    await client.query('COMMIT')
    return counted
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function fillTable(client: Client, { head, rows }: TableRows): Promise<Counted> {
  const copying = client.query(copyFrom(`COPY ${quoted(head.table)} (${head.columns.map(quoted).join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(rows), copying)
  return { table: head.table, rows: copying.rowCount }
}
