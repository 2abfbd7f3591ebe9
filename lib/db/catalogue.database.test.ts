// The keys that keep learners apart, read off the database itself: whatever a migration says, this is what stands.

import { expect, test } from 'vitest'
import { database } from './client.ts'

/** Tables that belong to nobody, or are looked up without a learner. Cursor's key is the learner. */
const NOT_TENANT = ['User', 'Account', 'Session', 'VerificationToken', 'Base', 'BaseVersion', 'Cursor', '_prisma_migrations']

type Key = { table: string; name: string; columns: string[] }

const keys = (kind: 'p' | 'f') => database().$queryRaw<Key[]>`
  SELECT r.relname::text AS table, c.conname::text AS name,
    ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k(number, place)
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place) AS columns
  FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
  WHERE n.nspname = 'public' AND c.contype = ${kind}::"char"`

/** What is wrong with the keys, table by table. */
async function faults(): Promise<string[]> {
  const primary = (await keys('p')).filter((key) => !NOT_TENANT.includes(key.table))
  const foreign = (await keys('f')).filter((key) => !NOT_TENANT.includes(key.table))
  const indexes = await database().$queryRaw<{ table: string; name: string; first: string }[]>`
    SELECT r.relname::text AS table, x.relname::text AS name, a.attname::text AS first
    FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = r.relnamespace JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = i.indkey[0]
    WHERE n.nspname = 'public'`
  const withoutLearner = await database().$queryRaw<{ table: string }[]>`
    SELECT t.table_name::text AS table FROM information_schema.tables t
    WHERE t.table_schema = 'public' AND NOT EXISTS (
      SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'userId')`
  return [
    ...withoutLearner.filter(({ table }) => !NOT_TENANT.includes(table)).map(({ table }) => `${table} has no userId`),
    ...primary.filter(({ columns }) => columns.join() !== 'userId,id').map(({ table }) => `${table} is not keyed (userId, id)`),
    ...foreign.filter(({ columns }) => !columns.includes('userId')).map(({ table, name }) => `${table}: ${name} lacks userId`),
    ...indexes
      .filter(({ table, first }) => !NOT_TENANT.includes(table) && first !== 'userId')
      .map(({ table, name }) => `${table}: ${name} does not begin with userId`),
  ]
}

test('every tenant table is keyed by its learner, and so is every reference and index', async () => {
  expect((await keys('p')).length).toBeGreaterThan(8)
  expect(await faults()).toEqual([])
})

test('a table that breaks the rule is noticed', async () => {
  await database().$executeRaw`
    CREATE TABLE "Stray" (id uuid PRIMARY KEY, "userId" uuid NOT NULL, "baseId" text REFERENCES "Base" (id))`
  await database().$executeRaw`CREATE TABLE "Lost" (id uuid PRIMARY KEY)`
  const found = await faults()
  await database().$executeRaw`DROP TABLE "Stray", "Lost"`
  expect(found).toEqual([
    'Lost has no userId',
    expect.stringMatching(/^(Stray|Lost) is not keyed/),
    expect.stringMatching(/^(Stray|Lost) is not keyed/),
    'Stray: Stray_baseId_fkey lacks userId',
    expect.stringMatching(/_pkey does not begin with userId$/),
    expect.stringMatching(/_pkey does not begin with userId$/),
  ])
})
