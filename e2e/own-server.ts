/** Servers of a test's own: stopped, killed and started again on the same address. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase, siblingUrl } from '#lib/db/testing.ts'
import { type Spawned, spawnServer } from '../scripts/testing/spawn-server.ts'

/** What a test's server is told beside the database: a free port, and no throttle, since all tests come from one address. */
export function serverSettings(folder: string): Record<string, string> {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    GUESTS_PER_HOUR: '1000000',
    SIGN_INS_PER_HOUR: '1000000',
    NEXT_DIST_DIR: '.next-test',
  }
}

export type OwnServer = {
  url: string
  databaseUrl: string
  stop: (signal?: NodeJS.Signals) => Promise<void>
  /** Starts it again, on the same address and database; `env` is told to this start alone. */
  start: (env?: Record<string, string>) => Promise<void>
}

/** A server with a database of its own, which both go when `work` is done; `env` is told to its first start. */
export async function withServer(work: (server: OwnServer) => Promise<void>, env: Record<string, string> = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'myelin-e2e-server-'))
  const database = await createTestDatabase(siblingUrl(process.env['DATABASE_URL'] ?? '', 'postgres'))
  const settings = { ...serverSettings(folder), DATABASE_URL: database.url, ...env }
  let running: Spawned = await spawnServer({ ...settings, ...env })
  const { url } = running
  const start = async (more: Record<string, string> = {}) => {
    running = await spawnServer({ ...settings, PORT: new URL(url).port, ...more })
  }
  try {
    await work({ url, databaseUrl: database.url, stop: (signal) => running.stop(signal), start })
  } finally {
    if (running.child.exitCode === null && running.child.signalCode === null) await running.stop()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}
