/** `npm run database -- migrate | status | create NAME`, on the database of DATABASE_URL or else the embedded one. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import pg from 'pg'

import { differenceToSchema, migrate } from '#lib/db/migrate.ts'
import { migrationStatus, prismaFolder } from '#lib/db/migration-status.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run database -- migrate, status, or create NAME (NAME in small letters, digits and underscores).'

/** The difference between the migrations and the schema, found in a scratch database that lives as long as the question. */
async function difference(url: string): Promise<string> {
  const scratch = new URL(url)
  scratch.pathname = `/myelin_scratch_${process.pid}`
  const name = scratch.pathname.slice(1)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
    await migrate(scratch.href)
    return await differenceToSchema(scratch.href)
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.end()
  }
}

async function create(url: string, name: string): Promise<string> {
  const sql = await difference(url)
  if (sql === '') return 'The migrations already say what the schema says: nothing to create.'
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = join(prismaFolder, 'migrations', `${time}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  const lock = join(prismaFolder, 'migrations/migration_lock.toml')
  if (!existsSync(lock)) await writeFile(lock, 'provider = "postgresql"\n')
  return `Wrote ${folder}/migration.sql: read it before you commit it.`
}

async function status(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { applied, pending } = await migrationStatus(client)
    return [...applied.map((name) => `applied  ${name}`), ...pending.map((name) => `pending  ${name}`)].join('\n')
  } finally {
    await client.end()
  }
}

async function answer(url: string, [verb, name, ...rest]: string[]): Promise<string> {
  if (rest.length > 0) throw new Failure(usage)
  if (verb === 'migrate' && name === undefined) {
    const names = await migrate(url)
    return names.length === 0 ? 'Nothing was pending.' : names.map((applied) => `applied  ${applied}`).join('\n')
  }
  if (verb === 'status' && name === undefined) return status(url)
  if (verb === 'create' && name !== undefined && /^[a-z0-9_]+$/.test(name)) return create(url, name)
  throw new Failure(usage)
}

await withDatabase((url) => answer(url, process.argv.slice(2))).then(console.log, fail)
