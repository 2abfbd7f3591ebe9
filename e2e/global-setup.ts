/** Before the end-to-end tests: the Postgres and the server that they share. A test that stops a server starts one of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/postgres.ts'
import { spawnServer } from '../scripts/testing/spawn-server.ts'
import { serverSettings } from './own-server.ts'

// Nothing in these databases outlives the run, so nothing need reach the disk.
const flags = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']

/** Workers inherit what is set here: the addresses of both, and the secret that cookies are made with. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'myelin-e2e-'))
  const cluster = await startPostgres({ folder, password: 'test', flags })
  process.env['DATABASE_URL'] = cluster.url()
  process.env['NEXTAUTH_SECRET'] = 'a secret of the tests, of no use elsewhere'
  const server = await spawnServer(serverSettings(join(folder, 'server')))
  process.env['E2E_URL'] = server.url
  return async () => {
    await server.stop()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
