// The app as built, on the benchmark's own database.

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
