/** For commands that work on the database: the one of DATABASE_URL, or else the embedded one, whether or not it is served. */
import { resolve } from 'node:path'

import { takeLock } from './lock.mjs'
import { startPostgres } from './postgres.ts'
import { secretsOf } from './secrets.ts'
import { loadSettings } from './settings.mjs'

/** `served`: the address of the Myelin that runs on this data folder, or null. An embedded database that nobody serves is started for the occasion, under the lock of its folder. */
export async function withDatabase<T>(work: (url: string, served: string | null) => Promise<T>): Promise<T> {
  loadSettings(process.cwd())
  const given = process.env['DATABASE_URL']
  const folder = resolve(process.env['DATA_DIR'] || '.data')
  const lock = takeLock(folder)
  const served = 'holder' in lock ? lock.holder.url : null
  try {
    if (given) return await work(given, served)
    const cluster = await startPostgres({ folder, password: secretsOf(folder).databasePassword })
    try {
      return await work(cluster.url(), served)
    } finally {
      if ('release' in lock) await cluster.stop()
    }
  } finally {
    if ('release' in lock) lock.release()
  }
}
