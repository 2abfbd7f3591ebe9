/** Before the database tests: an embedded Postgres of their own, with a migrated database that each test file copies. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { migrate } from '#lib/db/migrate.ts'

import { startPostgres } from '../postgres.ts'

declare module 'vitest' {
  // vitest wants an interface here, to merge it with its own.
  interface ProvidedContext {
    templateUrl: string
  }
}

// Nothing in these databases outlives the run, so nothing need reach the disk.
const flags = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'myelin-test-'))
  const cluster = await startPostgres({ folder, password: 'test', flags })
  await migrate(cluster.url())
  provide('templateUrl', cluster.url())
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
