/** The database that the server works on: the one of DATABASE_URL, or else the embedded one; made ready for this version. */
import { resolve } from 'node:path'

import pg from 'pg'

import type { Environment } from '#lib/env.ts'
import { migrate } from '#lib/db/migrate.ts'
import { migrationNames, migrationStatus } from '#lib/db/migration-status.ts'

import { Failure } from './failure.mjs'
import { startPostgres } from './postgres.ts'

export type OpenDatabase = {
  url: string
  embedded: boolean
  bringUpToDate: () => Promise<void>
  stop: () => Promise<void>
}

/** A place that can be printed: a URL without its user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

/** The reason that a connection failed, as Postgres or the system names it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return error.message || code || error.name
}

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new Failure(
      `The database ${placeOf(url)} of DATABASE_URL cannot be used (${reasonOf(error)}): mend the address, or unset it to use Myelin's own database.`,
    )
  }
}

/** Applies what is pending. Refuses a database that a newer version has changed: this one would write it wrongly. */
async function bringUpToDate(url: string): Promise<void> {
  const client = await connectTo(url)
  const { applied } = await migrationStatus(client).finally(() => client.end())
  const known = new Set(await migrationNames())
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new Failure(
      `The database was changed by a newer Myelin (${unknown.join(', ')}): start that version, or restore a copy from before.`,
    )
  }
  try {
    await migrate(url)
  } catch (error) {
    throw new Failure(`The database could not be brought up to date, and nothing was served: ${reasonOf(error)}`)
  }
}

export async function openDatabase(env: Environment, folder: string, password: string): Promise<OpenDatabase> {
  if (env.databaseUrl !== null) {
    const url = env.databaseUrl
    await (await connectTo(url)).end()
    return { url, embedded: false, bringUpToDate: () => bringUpToDate(url), stop: async () => undefined }
  }
  const cluster = await startPostgres({ folder, password })
  const url = cluster.url()
  if (cluster.folder !== resolve(folder))
    console.log(`The data lie in ${cluster.folder}, for Postgres, which does not run as root, cannot enter ${folder}.`)
  return { url, embedded: true, bringUpToDate: () => bringUpToDate(url), stop: cluster.stop }
}

/** Any number will do that nothing else locks; it is "myelin" in hexadecimal letters' place values. */
const serverLock = 0x6d79_656c

/**
 * Holds a lock inside the embedded database while the server lives: two servers never share a data folder, even if two
 * copies of Myelin are pointed at it. Postgres drops the lock with the connection, however the process dies.
 */
export async function holdCluster(url: string): Promise<() => Promise<void>> {
  const client = await connectTo(url)
  const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [serverLock])
  if (rows[0]?.ours) return () => client.end()
  await client.end()
  throw new Failure('Another Myelin serves this data folder: stop it, or set DATA_DIR to a folder of its own.')
}
