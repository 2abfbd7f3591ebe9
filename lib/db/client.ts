// The one connection pool, and Prisma on top of it. Sessions run in UTC: in another zone the driver stores timestamptz hours wrong.

import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { Prisma, PrismaClient } from './generated/client.ts'

export { Prisma }
export type Transaction = Prisma.TransactionClient
/** Whatever can read: the database itself, or a transaction on it. */
export type Reader = Transaction | PrismaClient

const POOL_SIZE = 10
/** A database that hangs must not hang the page: past these a request says that the database is away. */
const CONNECT_MS = 5_000
const QUERY_MS = 20_000

function connect(): PrismaClient {
  const connectionString = process.env['DATABASE_URL']
  if (!connectionString) throw new Error('DATABASE_URL is not set: start Myelin with npm start, which sets it.')
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    // What nobody waits for any longer is stopped at the server, too.
    statement_timeout: QUERY_MS + 1_000,
    options: '-c timezone=UTC',
  })
  // Without a listener an idle connection that breaks would end the process; the next query reports the fault instead.
  pool.on('error', () => undefined)
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
}

// The server's bundles may each hold a copy of this module; the process has one pool all the same.
const shared = globalThis as typeof globalThis & { myelinDatabase?: PrismaClient }

/** Connects at first use, so that importing this file needs no database (a build imports it). */
export function database(): PrismaClient {
  return (shared.myelinDatabase ??= connect())
}

/** Ends the connections; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  await shared.myelinDatabase?.$disconnect()
  delete shared.myelinDatabase
}

/** All or nothing; throws what `work` throws. `patienceMs` is for work that no page waits for. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>, patienceMs = 20_000): Promise<T> {
  return database().$transaction(work, { maxWait: 5_000, timeout: patienceMs })
}
