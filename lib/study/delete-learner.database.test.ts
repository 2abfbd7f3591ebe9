import { beforeAll, expect, test } from 'vitest'
import { database } from '#lib/db/client.ts'
import { deleteLearner } from './delete-learner.ts'
import { gatherDay } from './gather-day.ts'
import { getSettings } from './get-settings.ts'
import { UnknownLearner } from './record-events.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

/** Rows that name the learner, in every table that names one. */
async function rowsOf(userId: string): Promise<Record<string, number>> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'userId'`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const rows = await database().$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${name}" WHERE "userId" = $1::uuid`, userId)
    if (rows.length > 0) counts[name] = rows.length
  }
  return counts
}

test('a history of more events than go at a time goes whole', async () => {
  const { id } = await newLearner()
  const events = 50_001
  await database().$executeRaw`
    INSERT INTO "Event" ("userId", id, kind, "cardId", "group", device, seq, "claimedAt", zone, "rolloverHour", at, "studyDay", cursor, marked)
    SELECT ${id}::uuid, md5(n::text)::uuid, 'mark', (SELECT id FROM "Card" WHERE "userId" = ${id}::uuid LIMIT 1), md5(n::text)::uuid, ${id}::uuid, n,
      '2026-11-24T12:00:00Z', 'UTC', 4, '2026-11-24T12:00:00Z', '2026-11-24', n, true FROM generate_series(1, ${events}::int) AS n`
  await database().cursor.update({ where: { userId: id }, data: { value: events } })
  await deleteLearner(id)
  expect(await rowsOf(id)).toEqual({})
  expect(await getSettings(id)).toBeNull()
}, 60_000)

test('a learner goes whole and at once, and nobody else does', async () => {
  const [leaves, stays] = [await newLearner(), await newLearner()]
  const device = new Device(leaves)
  const [card] = (await gatherDay(leaves, NOON)).queue.main
  if (!card) throw new Error('The deck has cards.')
  const answer = await device.answer(card, 3, NOON)
  await device.send([answer], NOON)
  expect((await getSettings(leaves.id))?.holdings).toMatchObject({ decks: 1, answers: 1 })
  const others = await rowsOf(stays.id)
  expect(Object.keys(await rowsOf(leaves.id))).toEqual(expect.arrayContaining(['Session', 'Card', 'Note', 'Deck', 'Event', 'Cursor']))

  await deleteLearner(leaves.id)
  expect(await rowsOf(leaves.id)).toEqual({})
  expect(await getSettings(leaves.id)).toBeNull()
  expect(await rowsOf(stays.id)).toEqual(others)
  // An answer that comes late finds nobody; deleting twice is no fault.
  await expect(device.send([await device.answer(card, 3, NOON).catch(() => answer)], NOON)).rejects.toThrow(UnknownLearner)
  await deleteLearner(leaves.id)
})
