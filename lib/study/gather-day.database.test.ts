import { beforeAll, expect, test } from 'vitest'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import type { CardId } from '#lib/core/ids.ts'
import { currentBase } from '#lib/db/bases.ts'
import { database } from '#lib/db/client.ts'
import { gatherDay, MORE_NEW } from './gather-day.ts'
import { getQueue, refillQueue } from './get-queue.ts'
import { getToday } from './get-today.ts'
import type { Learner } from './learner.ts'
import { DAY_MS, Device, newLearner, NOON, seedShippedBases } from './testing.ts'

const MINUTE_MS = 60_000

beforeAll(() => seedShippedBases())

/** A learner who plays days as they come, each card Good until nothing is left; gives the new cards of each day. */
async function playDays(days: number) {
  const learner = await newLearner()
  const device = new Device(learner)
  const introduced: number[] = []
  const promised: number[] = []
  for (let day = 0; day < days; day++) {
    let now = NOON + day * DAY_MS
    introduced.push((await gatherDay(learner, now)).queue.counts.new)
    for (let answers = 0; answers < 400; answers++) {
      const { queue } = await gatherDay(learner, now)
      const [card] = [...queue.main, ...queue.learning]
      if (!card) break
      now += MINUTE_MS
      await device.send([await device.answer(card, 3, now)], now)
    }
    promised.push((await gatherDay(learner, now)).newTomorrow)
  }
  return { learner, introduced, promised }
}

test('the new cards promised for tomorrow are the ones that come, siblings and all', async () => {
  const { introduced, promised } = await playDays(9)
  expect(introduced[0]).toBe(10)
  expect(introduced.some((count) => count > 0 && count < 10)).toBe(true)
  expect(promised.slice(0, -1)).toEqual(introduced.slice(1))
}, 60_000)

/** Keys of the note and card that are asked for, as "form key". */
async function askedOf(learner: Learner, ids: readonly CardId[]) {
  const rows = await database().card.findMany({
    where: { userId: learner.id, id: { in: [...ids] } },
    select: { id: true, key: true, note: { select: { source: true } } },
  })
  return new Map(rows.map((row) => [row.id as CardId, `${(row.note.source as { form: string }).form} ${row.key}`]))
}

test('a chain comes link by link before it comes whole, and a vignette after all that it combines', async () => {
  const learner = await newLearner()
  const device = new Device(learner)
  const order: CardId[] = []
  for (let day = 0; day < 14; day++) {
    let now = NOON + day * DAY_MS
    for (let answers = 0; answers < 400; answers++) {
      const { queue } = await gatherDay(learner, now)
      const [card] = [...queue.main.filter((one) => one.state.phase === 'new'), ...queue.main, ...queue.learning]
      if (!card) break
      if (card.state.phase === 'new') order.push(card.id)
      now += MINUTE_MS
      await device.send([await device.answer(card, 4, now)], now)
    }
  }
  const asked = await askedOf(learner, order)
  const facts = await database().card.findMany({ where: { userId: learner.id }, select: { id: true, noteId: true, factIds: true } })
  const noteOf = new Map(facts.map((card) => [card.id as CardId, card.noteId]))
  const place = new Map<string, number>()
  order.forEach((id, at) => place.set(noteOf.get(id) ?? '', Math.min(at, place.get(noteOf.get(id) ?? '') ?? at)))
  const shipped = await currentBase(database(), 'pml')
  const combining = shipped?.content.notes.filter((note) => note.waitsFor.length > 0 && place.has(note.guid)) ?? []
  expect(combining.length).toBeGreaterThan(5)
  for (const note of combining) for (const one of note.waitsFor) expect(place.get(one)).toBeLessThan(place.get(note.guid) ?? -1)
  expect([...asked.values()].some((name) => name.startsWith('vignette'))).toBe(true)
}, 60_000)

test('what is suspended is not waited for', async () => {
  const learner = await newLearner()
  const first = async () => (await gatherDay(learner, NOON)).moreNew.map(({ id }) => id)
  await database().$executeRaw`
    UPDATE "Card" c SET suspended = true FROM "Note" n
    WHERE n."userId" = c."userId" AND n.id = c."noteId" AND c."userId" = ${learner.id}::uuid AND n.source->>'form' NOT IN ('vignette', 'term')`
  expect([...(await askedOf(learner, await first())).values()].some((name) => name.startsWith('vignette'))).toBe(true)
  await database().$executeRaw`UPDATE "Card" SET suspended = false WHERE "userId" = ${learner.id}::uuid`
  expect([...(await askedOf(learner, await first())).values()].some((name) => name.startsWith('vignette'))).toBe(false)
})

test('a browser gets no new card beyond its limit where one becomes free while it holds a hand', async () => {
  const learner = await newLearner()
  const device = new Device(learner)
  const { queue } = await gatherDay(learner, NOON)
  const links = ['cause cause', 'action target', 'consequence result']
  const named = await askedOf(
    learner,
    queue.main.map(({ id }) => id),
  )
  const answered = queue.main.filter(({ id }) => links.includes(named.get(id) ?? ''))
  expect(answered).toHaveLength(3)
  await device.send(await Promise.all(answered.map((card) => device.answer(card, 4, NOON))), NOON)
  const holding = queue.main.filter((card) => !answered.includes(card)).map(({ id }) => id)
  expect(await refillQueue(learner, NOON + 1, holding)).toEqual([])
  // Without a hand of its own, a browser is given the whole chain at its place.
  const names = await askedOf(
    learner,
    (await gatherDay(learner, NOON + 1)).queue.main.map(({ id }) => id),
  )
  expect([...names.values()].some((name) => name.startsWith('mechanism'))).toBe(true)
})

test('study more offers exactly the new cards that it brings', async () => {
  const { learner } = await playDays(1)
  const now = NOON + 8 * 60 * MINUTE_MS
  const today = await getToday(learner, now)
  expect(today.state).toBe('done')
  expect(today.more.newCards).toBe(MORE_NEW)
  expect((await getQueue(learner, now, { ...TODAYS_QUEUE, more: 'new' }, null)).cards).toHaveLength(MORE_NEW)
  // Every note but those of today: their other cards are siblings, and wait.
  await database().$executeRaw`
    UPDATE "Card" c SET suspended = true WHERE "userId" = ${learner.id}::uuid AND phase = 'new' AND NOT EXISTS (
      SELECT 1 FROM "Card" s WHERE s."userId" = c."userId" AND s."noteId" = c."noteId" AND s.reps > 0)`
  expect((await getToday(learner, now)).more.newCards).toBe(0)
  expect((await getQueue(learner, now, { ...TODAYS_QUEUE, more: 'new' }, null)).cards).toEqual([])
})

test('many learning cards that come later do not push the reviews out of the hand', async () => {
  const learner = await newLearner()
  await database().$executeRaw`
    UPDATE "Card" SET phase = 'learning', step = 0, position = NULL, "dueAt" = ${new Date(NOON + 180 * MINUTE_MS)}
    WHERE "userId" = ${learner.id}::uuid AND place < 55`
  await database().$executeRaw`
    UPDATE "Card" SET phase = 'review', position = NULL, "dueDay" = '2026-11-20', stability = 5, difficulty = 5, reps = 1, "firstDay" = '2026-11-10', "lastDay" = '2026-11-10'
    WHERE "userId" = ${learner.id}::uuid AND place >= 70`
  const { cards, counts } = await getQueue(learner, NOON, { ...TODAYS_QUEUE, more: null }, null)
  expect(counts.review).toBeGreaterThan(0)
  expect(cards.slice(0, counts.review + counts.new).map(({ state }) => state.phase)).not.toContain('learning')
})

test('one card reviewed on two devices is one review of the day', async () => {
  const learner = await newLearner()
  const [here, there] = [new Device(learner), new Device(learner)]
  const first = (await gatherDay(learner, NOON)).queue.main.slice(0, 3)
  await here.send(await Promise.all(first.map((card) => here.answer(card, 4, NOON))), NOON)
  await database().deck.updateMany({ where: { userId: learner.id }, data: { reviewsPerDay: 2, newPerDay: 0 } })
  const later = NOON + 30 * DAY_MS
  const { queue } = await gatherDay(learner, later)
  expect(queue.counts.review).toBe(2)
  const [card] = queue.main
  if (!card) throw new Error('Two cards are due.')
  await here.send([await here.answer(card, 3, later)], later)
  await there.send([await there.answer(card, 3, later + 1)], later + 1)
  expect((await gatherDay(learner, later + 2)).queue.counts.review).toBe(1)
})
