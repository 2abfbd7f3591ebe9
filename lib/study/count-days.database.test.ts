// The law of the days: what is kept as events come equals what all events give when they are counted again.

import { beforeAll, expect, test } from 'vitest'
import type { StudyCard } from '#lib/core/card.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { AnswerEvent, MadeEvent } from '#lib/core/event.ts'
import type { CardId, GroupId } from '#lib/core/ids.ts'
import type { StudyDay } from '#lib/core/day.ts'
import { COUNTS_VERSION, type DayCounts } from '#lib/core/statistics/day-counts.ts'
import { database } from '#lib/db/client.ts'
import { newCards, studyCards } from '#lib/db/queue-rows.ts'
import { deckIdOf } from '#lib/core/derived-id.ts'
import { ensureCounted } from './count-days.ts'
import type { Learner } from './learner.ts'
import { daysOf, daysTwice, Device, newLearner, NOON, numbersOf, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

async function expectKept(learner: Learner): Promise<[StudyDay, DayCounts][]> {
  const { kept, again } = await daysTwice(learner)
  expect(kept).toEqual(again)
  return kept
}

const cardsOf = (learner: Learner) => newCards(learner.id, [{ id: deckIdOf('pml'), most: 6 }])
const reload = async (learner: Learner, id: CardId): Promise<StudyCard> => (await studyCards(learner.id, [id]))[0]!
const totalOf = (days: [StudyDay, DayCounts][]) => days.reduce((sum, [, counts]) => sum + counts.answers, 0)

/** Two devices that answer, practise, undo and redo by chance, over months; every batch is sent twice. */
async function storm(learner: Learner, seed: number, turns: number): Promise<void> {
  const random = numbersOf(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const devices = [new Device(learner), new Device(learner)]
  const cards = (await cardsOf(learner)).map((card) => card.id)
  const groups: GroupId[] = []
  let at = NOON
  for (let turn = 0; turn < turns; turn++) {
    at += Math.floor(random() * (random() < 0.5 ? 0.01 : 20) * DAY_MS)
    const device = pick(devices)
    const batch: MadeEvent[] = []
    for (let made = 0; made < 1 + Math.floor(random() * 3); made++) {
      at += 5_000
      const undoes = groups.length > 0 && random() < 0.35
      const event = undoes
        ? device.undo(pick(groups), at)
        : { ...(await device.answer(await reload(learner, pick(cards)), pick([1, 2, 3, 3, 4] as const), at)), practice: random() < 0.15 }
      // Now and then an answer is part of an act that was made before, and may be undone by now.
      const late = !undoes && groups.length > 0 && random() < 0.1
      batch.push(late ? { ...event, group: pick(groups) } : event)
      groups.push(event.group)
    }
    await device.send(batch, at)
    await device.send(batch, at + 1)
  }
}

test.each([1, 2, 3, 4])('kept equals counted again, after a storm of two devices (%i)', async (seed) => {
  const learner = await newLearner()
  await storm(learner, seed, 50)
  expect(totalOf(await expectKept(learner))).toBeGreaterThan(5)
})

test('a day that was kept wrongly is noticed', async () => {
  const learner = await newLearner()
  await storm(learner, 9, 10)
  await database().$executeRaw`UPDATE "DayRollup" SET answers = answers + 1 WHERE "userId" = ${learner.id}::uuid`
  await expect(expectKept(learner)).rejects.toThrow(/toEqual|deeply equal/i)
})

test('an answer counts once, undoing takes it back, redoing counts it again', async () => {
  const learner = await newLearner()
  const device = new Device(learner)
  const [card] = await cardsOf(learner)
  const answer: AnswerEvent = await device.answer(card!, 3, NOON)
  await device.send([answer], NOON)
  await device.send([answer], NOON + 1)
  expect(totalOf(await daysOf(learner))).toBe(1)
  const undo = device.undo(answer.group, NOON + 2)
  await device.send([undo], NOON + 2)
  expect(await daysOf(learner)).toEqual([])
  await device.send([device.undo(undo.group, NOON + 3)], NOON + 3)
  expect(totalOf(await expectKept(learner))).toBe(1)
})

test('days counted another way are left alone by new answers, and made again when they are looked at', async () => {
  const learner = await newLearner()
  await storm(learner, 5, 10)
  const right = await daysOf(learner)
  await database().$executeRaw`UPDATE "Cursor" SET "rollupVersion" = 0 WHERE "userId" = ${learner.id}::uuid`
  await database().dayRollup.deleteMany({ where: { userId: learner.id } })
  const device = new Device(learner)
  const [card] = await cardsOf(learner)
  await device.send([await device.answer(await reload(learner, card!.id), 3, NOON + 900 * DAY_MS)], NOON + 900 * DAY_MS)
  expect(await daysOf(learner)).toEqual([])
  await ensureCounted(learner.id)
  const again = await daysOf(learner)
  expect(totalOf(again)).toBe(totalOf(right) + 1)
  expect(await database().cursor.findUnique({ where: { userId: learner.id } })).toMatchObject({ rollupVersion: COUNTS_VERSION })
})

test('one learner’s answers are on no other’s days', async () => {
  const [learner, other] = [await newLearner(), await newLearner()]
  await storm(learner, 6, 10)
  expect(await daysOf(other)).toEqual([])
})
