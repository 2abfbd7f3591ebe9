import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'

import { differenceToSchema, migrate } from './migrate.ts'
import { migrationNames, migrationStatus, prismaFolder } from './migration-status.ts'
import { createTestDatabase, runSql, siblingUrl, type TestDatabase } from './testing.ts'

const migrated = () => process.env['DATABASE_URL'] ?? ''
const databases: TestDatabase[] = []
afterAll(() => Promise.all(databases.map((database) => database.drop())))

async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase(siblingUrl(migrated(), 'postgres'))
  databases.push(database)
  return database.url
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** A copy of the prisma folder, with the text of one of its files changed. */
async function changedFolder(file: string, change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prisma-'))
  afterAll(() => rm(folder, { recursive: true }))
  await cp(prismaFolder, folder, { recursive: true })
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))
  return folder
}

test('the migrations make what the schema says', async () => {
  expect(await differenceToSchema(migrated())).toBe('')
})

test('a column that only the schema has is noticed', async () => {
  const folder = await changedFolder('schema.prisma', (text) => text.replace('model User {', 'model User {\n  extra String?'))
  expect(await differenceToSchema(migrated(), folder)).toContain('ADD COLUMN     "extra"')
})

test('a column that only the database has is noticed', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await runSql(url, 'ALTER TABLE "User" ADD COLUMN extra text')
  expect(await differenceToSchema(url)).toContain('DROP COLUMN "extra"')
})

test('an empty database is behind by every migration, then by none, and a second run applies nothing', async () => {
  const url = await emptyDatabase()
  const names = await migrationNames()
  expect(names.length).toBeGreaterThan(0)
  expect(await withClient(url, (client) => migrationStatus(client))).toEqual({ applied: [], pending: names })
  expect(await migrate(url)).toEqual(names)
  expect(await withClient(url, (client) => migrationStatus(client))).toEqual({ applied: names, pending: [] })
  expect(await migrate(url)).toEqual([])
})

test('a migration that fails is told of, and stays pending', async () => {
  const url = await emptyDatabase()
  const [first = ''] = await migrationNames()
  const folder = await changedFolder(join('migrations', first, 'migration.sql'), () => 'SELECT 1/0;')
  await expect(migrate(url, folder)).rejects.toThrow(/division by zero/)
  const { applied, pending } = await withClient(url, (client) => migrationStatus(client))
  expect(applied).toEqual([])
  expect(pending).toContain(first)
})
