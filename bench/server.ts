// The app as built, on the benchmark's own database.

import { randomUUID } from 'node:crypto'
import { cookieName, SESSION_MS, sessionToken } from '#lib/auth/token.ts'
import type { UserId } from '#lib/core/ids.ts'
import { inTransaction } from '#lib/db/client.ts'
import { insertSession } from '#lib/db/sessions.ts'
import { spawnServer } from '../scripts/testing/spawn-server.ts'

const SECRET = 'a secret of the benchmark, of no use elsewhere'

/** Sessions that this process makes are good for the server, too. */
export async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  process.env['NEXTAUTH_SECRET'] = SECRET
  const databaseUrl = process.env['DATABASE_URL'] ?? ''
  const server = await spawnServer({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: SECRET, PORT: '0', DATA_DIR: '.cache/bench-server' })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

/** The cookie of a new session of the learner's, for a browser; within `withServer`. */
export async function signedIn(userId: UserId, url: string): Promise<{ name: string; value: string; url: string }> {
  const [id, now] = [randomUUID(), Date.now()]
  await inTransaction((tx) => insertSession(tx, { id, userId, expiresAt: now + SESSION_MS, device: null }, now))
  return { name: cookieName(), value: await sessionToken(id), url }
}
