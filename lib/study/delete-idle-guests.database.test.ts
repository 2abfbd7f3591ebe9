import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { database } from '#lib/db/client.ts'
import { deleteIdleGuests } from './delete-idle-guests.ts'
import { gatherDay } from './gather-day.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

test('a guest whose sessions have all ended goes with everything that was theirs, and nobody else does', async () => {
  const gone = await newLearner(NOON)
  const device = new Device(gone)
  const [card] = (await gatherDay(gone, NOON)).queue.main
  if (!card) throw new Error('The deck has cards.')
  await device.send([await device.answer(card, 3, NOON)], NOON)
  const stays = await newLearner(NOON + DAY_MS)
  const account = await newLearner(NOON)
  await database().user.update({ where: { id: account.id }, data: { guest: false } })

  expect(await deleteIdleGuests(NOON + 89 * DAY_MS)).toBe(0)
  expect(await deleteIdleGuests(NOON + 90 * DAY_MS + 1)).toBe(1)

  const left = await database().user.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  expect(left.map(({ id }) => id).toSorted()).toEqual([account.id, stays.id].toSorted())
  const where = { userId: gone.id }
  const { card: cards, note, event, deck, preset } = database()
  const rows = await Promise.all([
    cards.count({ where }),
    note.count({ where }),
    event.count({ where }),
    deck.count({ where }),
    preset.count({ where }),
  ])
  expect(rows).toEqual([0, 0, 0, 0, 0])
})
