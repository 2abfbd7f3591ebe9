import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { expect, test } from 'vitest'

import { database } from './client.ts'
import { PrismaClient } from './generated/client.ts'

const instant = Date.UTC(2026, 9, 25, 1, 30)
const id = '0193b0c0-0000-7000-8000-000000000001'
const url = () => process.env['DATABASE_URL'] ?? ''

/** What the database itself holds, asked in a way that no session's zone can colour. */
async function storedInstant(): Promise<number> {
  const client = new Client({ connectionString: url() })
  await client.connect()
  const { rows } = await client.query(`SELECT extract(epoch FROM "createdAt") * 1000 AS ms FROM "User" WHERE id = '${id}'`)
  await client.end()
  return Number(rows[0].ms)
}

async function storeThrough(prisma: PrismaClient): Promise<number> {
  await prisma.user.deleteMany({ where: { id } })
  await prisma.user.create({ data: { id, guest: true, zone: 'Europe/Berlin', createdAt: new Date(instant) } })
  return storedInstant()
}

test('a role in another time zone stores the instant that was meant; without our option it would not', async () => {
  const client = new Client({ connectionString: url() })
  await client.connect()
  await client.query(`ALTER ROLE CURRENT_USER IN DATABASE ${new URL(url()).pathname.slice(1)} SET timezone = 'Asia/Kathmandu'`)
  await client.end()

  expect(await storeThrough(database())).toBe(instant)
  expect((await database().user.findUniqueOrThrow({ where: { id } })).createdAt.getTime()).toBe(instant)

  const careless = new PrismaClient({ adapter: new PrismaPg({ connectionString: url() }) })
  expect(await storeThrough(careless)).not.toBe(instant)
  await careless.$disconnect()
})

test('what nobody waits for any longer is stopped at the server', async () => {
  const [row] = await database().$queryRaw<{ statement_timeout: string }[]>`SHOW statement_timeout`
  expect(row).toEqual({ statement_timeout: '21s' })
})
