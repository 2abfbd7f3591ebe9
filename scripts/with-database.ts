/** The database that a command works on: the one of DATABASE_URL, or else the embedded one. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { takeLock } from './lock.mjs'
import { startPostgres } from './postgres.ts'
import { secretsOf } from './secrets.ts'

/** Runs `work` on it. An embedded one that nobody serves is started for the occasion, under the lock of its folder. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  // As npm start does: a command on another database than the server's would do harm.
  if (existsSync('.env.local')) process.loadEnvFile('.env.local')
  const given = process.env['DATABASE_URL']
  if (given) return work(given)
  const folder = resolve(process.env['DATA_DIR'] ?? '.data')
  const lock = takeLock(folder)
  try {
    const cluster = await startPostgres({ folder, password: secretsOf(folder).databasePassword })
    try {
      return await work(cluster.url())
    } finally {
      if ('release' in lock) await cluster.stop()
    }
  } finally {
    if ('release' in lock) lock.release()
  }
}
