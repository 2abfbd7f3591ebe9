import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { runSql } from '#lib/db/testing.ts'

import { startPostgres } from './postgres.ts'
import { findPlace } from './postgres-place.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postgres-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the data lie where they were wanted, also by a relative path', () => {
  expect(findPlace(relative('.', folder)).folder).toBe(folder)
})

test('a server that runs already is adopted, with its data; once stopped, it is started anew', async () => {
  const first = await startPostgres({ folder, password: 'secret' })
  await runSql(first.url(), 'CREATE TABLE kept ()')
  const second = await startPostgres({ folder, password: 'secret' })
  expect([first.adopted, second.adopted]).toEqual([false, true])
  expect(second.url()).toBe(first.url())
  await second.stop()
  const third = await startPostgres({ folder, password: 'secret' })
  expect(third.adopted).toBe(false)
  await runSql(third.url(), 'DROP TABLE kept')
  await third.stop()
}, 30_000)
