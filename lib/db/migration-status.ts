/** Which migrations there are, and which of them a database has. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Prisma's files lie, relative to the folder that the process runs in. */
export const prismaFolder = 'prisma'

/** The names of the migrations in `folder`, oldest first. */
export async function migrationNames(folder = prismaFolder): Promise<string[]> {
  const entries = await readdir(join(folder, 'migrations'), { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** What can answer a query: a pool or a client of pg. */
type Queryable = { query: (sql: string) => Promise<{ rows: { migration_name: string }[] }> }

export type MigrationStatus = { applied: string[]; pending: string[] }

/** Which migrations of `folder` the database has, and which it lacks; one that failed half-way counts as pending. */
export async function migrationStatus(database: Queryable, folder = prismaFolder): Promise<MigrationStatus> {
  const names = await migrationNames(folder)
  const table = await database.query(`SELECT 'found' AS migration_name WHERE to_regclass('_prisma_migrations') IS NOT NULL`)
  if (table.rows.length === 0) return { applied: [], pending: names }
  const done = await database.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(done.rows.map((row) => row.migration_name))
  return { applied: [...applied].sort(), pending: names.filter((name) => !applied.has(name)) }
}
