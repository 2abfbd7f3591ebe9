import { beforeAll, describe, expect, test } from 'vitest'
import type { StudyCard } from '#lib/core/card.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { addDays, parseStudyDay } from '#lib/core/day.ts'
import type { CardId, EventId, GroupId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { decodeState } from '#lib/core/wire.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { UnknownLearner } from './record-events.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'

const MINUTE_MS = 60_000

beforeAll(() => seedShippedBases())

const firstCards = async (learner: Learner): Promise<StudyCard[]> => (await gatherDay(learner, NOON)).queue.main
const reload = async (learner: Learner, id: CardId): Promise<StudyCard> => {
  const [card] = await studyCards(learner.id, [id])
  if (!card) throw new Error('The card is gone.')
  return card
}
const eventsOf = (learner: Learner) => database().event.count({ where: { userId: learner.id } })

async function setUp() {
  const learner = await newLearner()
  const [card, other] = await firstCards(learner)
  if (!card || !other) throw new Error('The deck has cards.')
  return { learner, card, other, device: new Device(learner) }
}

test('an answer is stored, stamped and folded into its card', async () => {
  const { learner, card, device } = await setUp()
  const answer = await device.answer(card, 3, NOON)
  const { results, cards } = await device.send([answer], NOON)
  expect(results).toEqual([{ id: answer.id, status: 'saved', at: '2026-11-24T12:00:00.000Z', studyDay: '2026-11-24', cursor: 1 }])
  const stored = (await reload(learner, card.id)).state
  expect(stored).toMatchObject({ phase: 'learning', step: 1, reps: 1, due: { dueAt: NOON + 10 * MINUTE_MS }, head: answer.id })
  expect(cards.map((changed) => decodeState(changed.state))).toEqual([stored])
})

test('a second send changes nothing and is answered the same', async () => {
  const { learner, card, device } = await setUp()
  const answer = await device.answer(card, 3, NOON)
  const first = await device.send([answer], NOON)
  const before = await reload(learner, card.id)
  const second = await device.send([answer, answer], NOON + MINUTE_MS)
  expect(second.results).toEqual([first.results[0], first.results[0]])
  expect(second.cards).toEqual([])
  expect(await reload(learner, card.id)).toEqual(before)
  expect(await eventsOf(learner)).toBe(1)
})

test('two devices that answer one card both count, whichever arrives first', async () => {
  const { learner, card, device } = await setUp()
  const phone = new Device(learner)
  const here = await device.answer(card, 3, NOON)
  const there = await phone.answer(card, 1, NOON + MINUTE_MS)
  await phone.send([there], NOON + MINUTE_MS)
  await device.send([here], NOON, NOON + 2 * MINUTE_MS)
  const merged = (await reload(learner, card.id)).state
  // The device's answer was sent at the moment it was made, so it counts as made on arrival.
  expect(merged).toMatchObject({ reps: 2, lapses: 0, phase: 'learning', head: here.id })
})

test('a wrong clock keeps the printed interval and never dates an answer ahead', async () => {
  const { learner, card, device } = await setUp()
  const tenYears = 3_650 * DAY_MS
  const answer = await device.answer(card, 4, NOON)
  await device.send([{ ...answer, claimedAt: NOON + tenYears }], NOON + tenYears, NOON)
  const { due } = (await reload(learner, card.id)).state
  const days = 'days' in answer.next ? answer.next.days : Number.NaN
  expect(due).toEqual({ dueDay: addDays(parseStudyDay('2026-11-24') ?? addDays(0 as never, 0), days) })
})

test('a time before the epoch counts as the epoch', async () => {
  const { device, card } = await setUp()
  const answer = await device.answer(card, 3, 0)
  const { results } = await device.send([answer], Date.UTC(9999, 0), NOON)
  expect(results[0]).toMatchObject({ status: 'saved', at: '1970-01-01T00:00:00.000Z' })
})

test('events of one device keep their order, also when the earlier ones come later', async () => {
  const { device, card, other } = await setUp()
  const first = await device.answer(card, 3, NOON)
  const second = await device.answer(other, 3, NOON - 1_000)
  const { results } = await device.send([second, first], NOON)
  expect(results.map(({ at }) => at)).toEqual(['2026-11-24T12:00:00.001Z', '2026-11-24T12:00:00.000Z'])
})

test('undo brings the card back, redo brings the answer back, in any batch', async () => {
  const { learner, card, device } = await setUp()
  const before = (await reload(learner, card.id)).state
  const answer = await device.answer(card, 3, NOON)
  const undo = device.undo(answer.group, NOON + MINUTE_MS)
  await device.send([answer, undo], NOON + MINUTE_MS)
  expect((await reload(learner, card.id)).state).toEqual(before)
  await device.send([device.undo(undo.group, NOON + 2 * MINUTE_MS)], NOON + 2 * MINUTE_MS)
  expect((await reload(learner, card.id)).state).toMatchObject({ reps: 1, head: answer.id })
})

test('a part of an act that comes after the act was undone does not count', async () => {
  const { learner, card, other, device } = await setUp()
  const first = await device.answer(card, 3, NOON)
  await device.send([first, device.undo(first.group, NOON + 2)], NOON + 2)
  const late = { ...(await device.answer(other, 3, NOON + 3)), group: first.group }
  await device.send([late], NOON + 3)
  expect((await reload(learner, other.id)).state).toMatchObject({ phase: 'new', reps: 0 })
})

test('undo in the middle folds what came after it again', async () => {
  const { learner, card, device } = await setUp()
  const first = await device.answer(card, 1, NOON)
  await device.send([first], NOON)
  const second = await device.answer(await reload(learner, card.id), 3, NOON + MINUTE_MS)
  await device.send([second], NOON + MINUTE_MS)
  const { cards } = await device.send([device.undo(first.group, NOON + 2 * MINUTE_MS)], NOON + 2 * MINUTE_MS)
  expect(cards).toHaveLength(1)
  expect((await reload(learner, card.id)).state).toMatchObject({ reps: 1, lapses: 0, phase: 'learning', step: 1, head: second.id })
})

test('an answer is never refused because the card changed, was suspended or deleted meanwhile', async () => {
  const { learner, card, device } = await setUp()
  const late = await device.answer(card, 3, NOON)
  await device.send([{ ...device.made(NOON + 1), kind: 'mark', cardId: card.id, suspended: true }], NOON + 1)
  await database().card.updateMany({ where: { userId: learner.id, id: card.id }, data: { deletedAt: new Date(NOON) } })
  const { results } = await device.send([late], NOON + MINUTE_MS)
  expect(results[0]?.status).toBe('saved')
  expect((await reload(learner, card.id)).state).toMatchObject({ suspended: true, reps: 1 })
})

describe('what is refused, one by one', () => {
  const nobody = '01900000-0000-7000-8000-000000000000'

  test('holds up nothing else of the batch, and leaves no trace', async () => {
    const { learner, card, device } = await setUp()
    const good = await device.answer(card, 3, NOON)
    const strange = { ...(await device.answer(card, 3, NOON)), cardId: nobody as CardId }
    const preset = { ...(await device.answer(card, 3, NOON)), presetVersion: nobody as PresetVersionId }
    const target = device.undo(nobody as GroupId, NOON)
    const { results } = await device.send([strange, preset, target, good], NOON)
    expect(results.map(({ status }) => status)).toEqual(['unknown-card', 'unknown-preset', 'unknown-target', 'saved'])
    expect(results.slice(0, 3).every(({ at, cursor }) => at === null && cursor === null)).toBe(true)
    expect(await eventsOf(learner)).toBe(1)
  })

  test('a card that only another learner has is unknown, and theirs stays as it was', async () => {
    const { learner, device } = await setUp()
    const stranger = await newLearner()
    const own = '0190aaaa-0000-7000-8000-000000000001'
    const [theirs] = await database().card.findMany({ where: { userId: stranger.id }, take: 1 })
    if (!theirs) throw new Error('A learner has cards.')
    await database().card.create({ data: { ...theirs, id: own, key: 'own' } })
    const [card] = await studyCards(stranger.id, [own as CardId])
    if (!card) throw new Error('The card was just made.')
    const { results } = await device.send([await device.answer(card, 3, NOON)], NOON)
    expect(results[0]?.status).toBe('unknown-card')
    expect(await eventsOf(stranger)).toBe(0)
    expect(await eventsOf(learner)).toBe(0)
  })

  test('a learner whose account is gone gets no answer at all', async () => {
    const { learner, card, device } = await setUp()
    const answer = await device.answer(card, 3, NOON)
    await database().user.delete({ where: { id: learner.id } })
    await expect(device.send([answer], NOON)).rejects.toThrow(UnknownLearner)
  })
})

test('derived ids are equal for all learners, and each meets only their own row', async () => {
  const { learner, card, device } = await setUp()
  const other = await newLearner()
  await device.send([await device.answer(card, 4, NOON)], NOON)
  expect((await reload(learner, card.id)).state.phase).toBe('review')
  expect((await reload(other, card.id)).state.phase).toBe('new')
})

test('two batches of one learner that arrive at once both count, one after the other', async () => {
  const { learner, device } = await setUp()
  const cards = (await firstCards(learner)).slice(0, 8)
  const events = await Promise.all(cards.map((card) => device.answer(card, 3, NOON)))
  const answers = await Promise.all(events.map((event) => device.send([event], NOON)))
  const cursors = answers.flatMap(({ results }) => results.map(({ cursor }) => cursor)).toSorted((a, b) => (a ?? 0) - (b ?? 0))
  expect(cursors).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('the table itself refuses an event whose columns do not fit its kind', async () => {
  const { learner, card, device } = await setUp()
  await device.send([await device.answer(card, 3, NOON)], NOON)
  const broken = [
    { rating: 5 },
    { nextPhase: 'new', nextStep: null, nextMs: null, nextPosition: null },
    { nextPhase: 'review', nextStep: null, nextMs: null },
    { cardId: null },
    { kind: 'void' },
    { marked: true },
    { presetVersion: null },
    { target: card.id },
  ]
  for (const data of broken) {
    await expect(database().event.updateMany({ where: { userId: learner.id }, data }), JSON.stringify(data)).rejects.toThrow(
      /check constraint/i,
    )
  }
})

test('the id of an event of one learner is free for another', async () => {
  const { card, device } = await setUp()
  const { device: elsewhere, learner: other } = await setUp()
  const answer = await device.answer(card, 3, NOON)
  await device.send([answer], NOON)
  const { results } = await elsewhere.send([{ ...(await elsewhere.answer(card, 1, NOON)), id: answer.id as EventId }], NOON)
  expect(results[0]).toMatchObject({ status: 'saved', cursor: 1 })
  expect(await eventsOf(other as Learner & { id: UserId })).toBe(1)
})
