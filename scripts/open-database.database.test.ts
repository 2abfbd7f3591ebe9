import { expect, test } from 'vitest'

import { readEnvironment } from '#lib/env.ts'
import { runSql } from '#lib/db/testing.ts'

import { holdCluster, openDatabase } from './open-database.ts'

const url = () => process.env['DATABASE_URL'] ?? ''
const open = (source: Record<string, string>) => openDatabase(readEnvironment(source), '/nowhere', 'unused')

test('one server holds the data of a folder; the next is refused until it is gone', async () => {
  const release = await holdCluster(url())
  await expect(holdCluster(url())).rejects.toThrow('Another Myelin serves this data folder')
  await release()
  await (
    await holdCluster(url())
  )()
})

test('a database that a newer version changed is refused, and left as it is', async () => {
  const database = await open({ DATABASE_URL: url() })
  await database.bringUpToDate()
  await runSql(
    url(),
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ('x', 'x', '29990101000000_future', '2999-01-01', '2999-01-01', 1)`,
  )
  await expect(database.bringUpToDate()).rejects.toThrow('changed by a newer Myelin (29990101000000_future)')
})

test('a wrong password is told of without the password', async () => {
  const wrong = new URL(url())
  wrong.password = 'hidden'
  const refusal = await open({ DATABASE_URL: wrong.href }).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )
  expect(refusal).toContain('password authentication failed')
  expect(refusal).not.toContain('hidden')
})
