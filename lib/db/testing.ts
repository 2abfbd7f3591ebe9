/**
 * Databases for tests. A test file named `*.database.test.ts` needs none of this: before it runs, DATABASE_URL names a
 * fresh database with all migrations, its own alone, and `database()` connects to it.
 */
import { randomUUID } from 'node:crypto'

import { Client } from 'pg'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** The address of another database of the same server. */
export function siblingUrl(url: string, name: string): string {
  const sibling = new URL(url)
  sibling.pathname = `/${name}`
  return sibling.href
}

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Makes a database on the server of `serverUrl`, a copy of `template` or an empty one. */
export async function createTestDatabase(serverUrl: string, template = 'template0'): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runSql(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: siblingUrl(serverUrl, name), drop: () => runSql(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}
