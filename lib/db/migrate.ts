/** Applies prisma/migrations, reports what is applied and pending, and compares a database with the schema. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { MigrationList } from '@prisma/schema-engine-wasm'

import { withSchemaEngine } from './schema-engine.ts'

const noFilter = { externalTables: [], externalEnums: [] }

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

async function readMigrations(folder: string): Promise<MigrationList> {
  const baseDir = join(folder, 'migrations')
  const read = async (path: string) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') } as const,
    },
  })
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all((await migrationNames(folder)).map(read)),
  }
}

const readSchema = (folder: string) => readFile(join(folder, 'schema.prisma'), 'utf8')

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

/** Applies the pending migrations to the database at `url`; answers their names. Throws what the engine says if one fails. */
export async function migrate(url: string, folder = prismaFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder)
  const { appliedMigrationNames } = await withSchemaEngine(url, await readSchema(folder), (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  )
  return appliedMigrationNames
}

/** The SQL that turns the database at `url` into what schema.prisma says: empty when they agree. */
export async function differenceToSchema(url: string, folder = prismaFolder): Promise<string> {
  const content = await readSchema(folder)
  const files = [{ content, path: 'schema.prisma' }]
  const { exitCode, stdout } = await withSchemaEngine(url, content, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}
