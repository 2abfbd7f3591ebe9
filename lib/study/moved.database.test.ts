// Whoever moves their zone, or the start of their day, over the edge of a day finds every page: their last answers may then lie on
// a day that has not begun. No past day is altered, and none of its numbers.

import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { CardId } from '#lib/core/ids.ts'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { database } from '#lib/db/client.ts'
import { gatherDay } from './gather-day.ts'
import { getCard } from './get-card.ts'
import { getDeck } from './get-deck.ts'
import { getDecks } from './get-decks.ts'
import { getProgress } from './get-progress.ts'
import { getQueue } from './get-queue.ts'
import { getToday } from './get-today.ts'
import type { Learner } from './learner.ts'
import { daysOf, daysTwice, Device, differing, newLearner, NOON, seedShippedBases, studyDaily } from './testing.ts'

beforeAll(() => seedShippedBases())

/** Two in the morning in Lisbon, where a day that starts at four has not begun. */
const NIGHT = NOON + 14 * 3_600_000

/** All shares that any page shows. */
async function sharesShown(learner: Learner, now: number, cards: readonly CardId[]): Promise<number[]> {
  const [{ recall, topics, weakest }, today, { nodes }] = await Promise.all([
    getProgress(learner, now),
    getToday(learner, now),
    getDecks(learner, now),
  ])
  const decks = await Promise.all(nodes.map(({ id }) => getDeck(learner, now, id)))
  const views = await Promise.all(cards.map((id) => getCard(learner, now, id)))
  const curves = views.flatMap((view) => [
    ...(view?.curve.falls.flat() ?? []),
    ...(view?.curve.ahead ?? []),
    ...(view?.curve.answers ?? []),
  ])
  const predicted = views.flatMap((view) => view?.history.flatMap((row) => row.predicted ?? []) ?? [])
  expect(decks.every((deck) => deck !== null) && views.every((view) => view !== null)).toBe(true)
  expect(today.week).toHaveLength(7)
  expect(topics.length).toBeGreaterThan(0)
  return [
    ...weakest.map((card) => card.recall),
    ...curves.map((point) => point.recall),
    ...predicted,
    recall.all.recalled / Math.max(1, recall.all.n),
  ]
}

test.each([
  ['west over the date line', 'Pacific/Kiritimati', 4, 'Pacific/Pago_Pago', 4],
  ['east over the date line', 'Pacific/Pago_Pago', 4, 'Pacific/Kiritimati', 4],
  ['the day starts earlier', 'Europe/Lisbon', 4, 'Europe/Lisbon', 0],
  ['the day starts later', 'Europe/Lisbon', 0, 'Europe/Lisbon', 23],
])('%s', async (_, fromZone, fromHour, zone, rolloverHour) => {
  const before = { ...(await newLearner(NIGHT - 20 * DAY_MS)), zone: fromZone, rolloverHour: fromHour }
  await studyDaily(before, NIGHT, 20, 5)
  const days = await daysOf(before)
  const after = { ...before, zone, rolloverHour }
  const cards = await database().card.findMany({ where: { userId: after.id, reps: { gt: 0 } }, select: { id: true } })
  const ids = cards.map(({ id }) => id as CardId)
  const device = new Device(after)
  for (const now of [NIGHT, NIGHT + DAY_MS, NIGHT + 2 * DAY_MS]) {
    const shares = await sharesShown(after, now, ids)
    expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([])
    await getQueue(after, now, TODAYS_QUEUE, null)
    const { queue } = await gatherDay(after, now)
    for (const card of [...queue.learning, ...queue.main].slice(0, 5)) await device.send([await device.answer(card, 1, now)], now)
  }
  expect(
    await differing(
      after.id,
      ids.map((id) => ({ id })),
    ),
  ).toEqual([])
  const { kept, again } = await daysTwice(after)
  expect(kept).toEqual(again)
  // Only the days around the move have new answers.
  const told = (rows: typeof days) =>
    rows.slice(0, days.length - 2).map(([day, { answers, tookMs, predicted }]) => [day, answers, tookMs, predicted])
  expect(told(kept)).toEqual(told(days))
})
