/** Applies prisma/migrations, and compares a database with the schema. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { MigrationList } from '@prisma/schema-engine-wasm'

import { migrationNames, prismaFolder } from './migration-status.ts'
import { withSchemaEngine } from './schema-engine.ts'

const noFilter = { externalTables: [], externalEnums: [] }

async function readMigrations(folder: string, last?: string): Promise<MigrationList> {
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
    migrationDirectories: await Promise.all((await migrationNames(folder)).filter((name) => last === undefined || name <= last).map(read)),
  }
}

const readSchema = (folder: string) => readFile(join(folder, 'schema.prisma'), 'utf8')

/** Applies the pending migrations, up to `last` where it is named; answers their names. Throws what the engine says if one fails. */
export async function migrate(url: string, folder = prismaFolder, last?: string): Promise<string[]> {
  const migrationsList = await readMigrations(folder, last)
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
