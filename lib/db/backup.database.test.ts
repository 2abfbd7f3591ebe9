// A backup taken while learners answer, restored elsewhere: the same rows, each card what its events fold to.

import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGunzip, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { gatherDay } from '#lib/study/gather-day.ts'
import { Device, newLearner, NOON, seedShippedBases } from '#lib/study/testing.ts'
import { type BackupHeader, BackupFault, readBackup } from './backup-format.ts'
import { tablesInOrder, writeBackup } from './backup.ts'
import { migrate } from './migrate.ts'
import { restoreBackup } from './restore-backup.ts'
import { createTestDatabase, runSql, siblingUrl, type TestDatabase } from './testing.ts'

beforeAll(() => seedShippedBases())

const ownUrl = () => process.env['DATABASE_URL'] ?? ''

async function backUp(url: string): Promise<Buffer> {
  const out = new PassThrough()
  const whole = buffer(out)
  await writeBackup(url, out, NOON)
  out.end()
  return whole
}

const opened = (file: Buffer) => () => PassThrough.from([file]) as AsyncIterable<Buffer>
const unzipped = (file: Buffer) => () => PassThrough.from([file]).pipe(createGunzip()) as AsyncIterable<Buffer>

async function elsewhere<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase(siblingUrl(ownUrl(), 'postgres'))
  return work(database).finally(database.drop)
}

/** Rows and hash of every table, as Postgres counts them itself. */
async function digest(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const digests: Record<string, string> = {}
    for (const { table } of await tablesInOrder(client)) {
      const { rows } = await client.query<{ said: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS said FROM "${table}" t`,
      )
      digests[table] = rows[0]?.said ?? ''
    }
    return digests
  } finally {
    await client.end()
  }
}

async function answerSome(count: number): Promise<void> {
  const learner = await newLearner()
  const device = new Device(learner)
  const cards = (await gatherDay(learner, NOON)).queue.main
  for (let index = 0; index < count; index++) {
    const card = cards[index % cards.length]
    if (!card) throw new Error('The deck has cards.')
    await device.send([await device.answer(card, 3, NOON + index * 1000)], NOON + index * 1000)
  }
}

test('what is restored elsewhere is what was backed up, row by row', async () => {
  await answerSome(12)
  // Text that COPY must escape: a line of its own that looks like the end of rows, tabs, newlines, backslashes.
  await runSql(ownUrl(), `UPDATE "Preset" SET name = E'a\\n\\\\.\\n\\tb\\\\N\\r' WHERE ctid = (SELECT min(ctid) FROM "Preset")`)
  const file = await backUp(ownUrl())
  await elsewhere(async ({ url }) => {
    const counted = await restoreBackup(url, opened(file))
    expect(counted.find(({ table }) => table === 'Event')?.rows).toBe(12)
    const restored = await digest(url)
    expect(restored).toEqual(await digest(ownUrl()))
    expect(Object.keys(restored).length).toBeGreaterThan(9)
    expect(await backUp(url)).toEqual(file)
    // The control: one row that differs is seen.
    await runSql(url, `UPDATE "Card" SET lapses = 7 WHERE ctid = (SELECT min(ctid) FROM "Card")`)
    expect((await digest(url))['Card']).not.toBe(restored['Card'])
  })
})

test('a backup under load is of one moment: no answer without its card, and each card as its number says', async () => {
  const load = Promise.all([answerSome(40), answerSome(40), answerSome(40)])
  const files: Buffer[] = []
  let busy = true
  const done = load.finally(() => (busy = false))
  while (busy) files.push(await backUp(ownUrl()))
  await done
  expect(files.length).toBeGreaterThan(1)
  for (const file of [files[Math.floor(files.length / 2)] ?? Buffer.of(), files.at(-1) ?? Buffer.of()]) {
    await elsewhere(async ({ url }) => {
      await restoreBackup(url, opened(file))
      const client = new Client({ connectionString: url })
      await client.connect()
      const torn = await client.query(`
        SELECT c."userId" FROM "Cursor" c WHERE c.value <> (SELECT count(*) FROM "Event" e WHERE e."userId" = c."userId")
        UNION ALL
        SELECT k."userId" FROM "Card" k
        WHERE k.reps <> (SELECT count(*) FROM "Event" e WHERE e."userId" = k."userId" AND e."cardId" = k.id AND e.kind = 'answer')`)
      await client.end()
      expect(torn.rows).toEqual([])
    })
  }
}, 120_000)

test('a file that breaks off, changed, or is another is refused whole with a sentence', async () => {
  await answerSome(3)
  const file = await backUp(ownUrl())
  const zipped = gzipSync(file)
  const changed = Buffer.from(file)
  const at = file.indexOf('Europe/Lisbon')
  changed.write('Europe/London', at)
  const lines = file.toString().split('\n')
  const header = JSON.parse(lines[0] ?? '') as BackupHeader
  const withHeader = (change: object) => Buffer.from([JSON.stringify({ ...header, ...change }), ...lines.slice(1)].join('\n'))
  const cases: { open: () => AsyncIterable<Buffer>; says: RegExp }[] = [
    ...[0.2, 0.5, 0.99].map((share) => ({
      open: opened(file.subarray(0, Math.floor(file.length * share))),
      says: /^This backup is not whole/,
    })),
    { open: opened(file.subarray(0, file.lastIndexOf('{"end"'))), says: /^This backup is not whole/ },
    { open: unzipped(zipped.subarray(0, Math.floor(zipped.length / 2))), says: /^This backup is not whole/ },
    { open: opened(changed), says: /^This backup is not whole/ },
    { open: opened(Buffer.concat([file, Buffer.from('more\n')])), says: /^This backup is not whole/ },
    { open: opened(Buffer.from('hello\n')), says: /^This file is no backup of Myelin/ },
    { open: opened(Buffer.of()), says: /^This file is no backup of Myelin/ },
    { open: unzipped(Buffer.from('hello\n')), says: /^This file is no backup of Myelin/ },
    { open: opened(withHeader({ version: 9 })), says: /^This backup was made by another version/ },
    {
      open: opened(withHeader({ migrations: [...header.migrations, '29990101000000_later'] })),
      says: /^This backup was made by a newer Myelin/,
    },
  ]
  await elsewhere(async ({ url }) => {
    for (const { open, says } of cases) {
      const fault: unknown = await restoreBackup(url, open).catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(BackupFault)
      expect(String((fault as Error).message)).toMatch(says)
      expect(String((fault as Error).message)).toContain('Nothing was restored.')
    }
    expect(await digest(url)).toEqual({})
    // The control: the whole file goes in where all of these did not.
    await restoreBackup(url, unzipped(zipped))
    expect(await digest(url)).toEqual(await digest(ownUrl()))
  })
})

test('a database with rows is not restored into, one that is only prepared is', async () => {
  const file = await backUp(ownUrl())
  await expect(restoreBackup(ownUrl(), opened(file))).rejects.toThrow(/^The database is not empty/)
  await elsewhere(async ({ url }) => {
    await migrate(url)
    await restoreBackup(url, opened(file))
    expect(await digest(url)).toEqual(await digest(ownUrl()))
  })
})

test('a backup from before a migration is brought up to date', async () => {
  const { url, drop } = await createTestDatabase(siblingUrl(ownUrl(), 'postgres'))
  await migrate(url, 'prisma', '20261124203215_init')
  const id = '00000000-0000-7000-8000-000000000001'
  await runSql(url, `INSERT INTO "User" (id, guest, zone, "createdAt") VALUES ('${id}', true, 'Asia/Tokyo', '2026-11-24T12:00:00Z')`)
  const file = await backUp(url)
  await drop()
  await elsewhere(async (database) => {
    await restoreBackup(database.url, opened(file))
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query('SELECT id, zone, "settingsVersion" FROM "User"')
    await client.end()
    expect(rows).toEqual([{ id, zone: 'Asia/Tokyo', settingsVersion: 0 }])
  })
})

test('rows come in blocks, whatever the pieces of the file', async () => {
  const file = await backUp(ownUrl())
  const pieces = Array.from({ length: Math.ceil(file.length / 7) }, (_, index) => file.subarray(index * 7, index * 7 + 7))
  let bytes = 0
  for await (const part of readBackup(PassThrough.from(pieces) as AsyncIterable<Buffer>)) {
    if ('format' in part) continue
    for await (const rows of part.rows) bytes += rows.length
  }
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(file.length)
})
