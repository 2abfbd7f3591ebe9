import { expect, test } from 'vitest'

import { closeDatabase } from '#lib/db/client.ts'
import { runSql } from '#lib/db/testing.ts'

import { checkHealth } from './health.ts'

test('healthy: the database answers, and nothing is pending', async () => {
  const { healthy, health } = await checkHealth()
  expect(health).toEqual({ app: 'ok', database: 'ok', migrations: { applied: expect.any(Number), pending: 0 } })
  expect(health.migrations.applied).toBeGreaterThan(0)
  expect(healthy).toBe(true)
})

test('a migration that is pending is no health', async () => {
  await runSql(process.env['DATABASE_URL'] ?? '', 'DELETE FROM _prisma_migrations')
  const { healthy, health } = await checkHealth()
  expect(health).toMatchObject({ database: 'ok', migrations: { applied: 0 } })
  expect(health.migrations.pending).toBeGreaterThan(0)
  expect(healthy).toBe(false)
})

test('a database that is away is told of in the same shape', async () => {
  await closeDatabase()
  process.env['DATABASE_URL'] = 'postgresql://me:me@127.0.0.1:1/x'
  const { healthy, health } = await checkHealth()
  expect(health).toEqual({ app: 'ok', database: 'unreachable', migrations: { applied: 0, pending: expect.any(Number) } })
  expect(healthy).toBe(false)
})
