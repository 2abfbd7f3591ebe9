import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { deckIdOf } from '#lib/core/derived-id.ts'
import type { CardId, DeckId, PresetVersionId } from '#lib/core/ids.ts'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { getCard } from './get-card.ts'
import { type DeckOptions, getDeck } from './get-deck.ts'
import { getQueue } from './get-queue.ts'
import type { Learner } from './learner.ts'
import { saveDeckOptions } from './save-deck-options.ts'
import { Device, newLearner, NOON, seedShippedBases, studyDaily } from './testing.ts'

const PML = deckIdOf('pml')
let learner: Learner

beforeAll(async () => {
  await seedShippedBases()
  learner = await newLearner()
  await studyDaily(learner, NOON, 12)
}, 60_000)

const deckOf = async (who: Learner, now = NOON) => {
  const deck = await getDeck(who, now, PML)
  if (!deck?.base) throw new Error('Every learner has the shipped deck, with its facts.')
  return { ...deck, base: deck.base }
}
const cardRows = (who: Learner) => database().card.findMany({ where: { userId: who.id }, orderBy: { id: 'asc' } })

test('a fact is as its weakest answered card; one whose cards were never answered is unseen', async () => {
  const { base, shares, cards } = await deckOf(learner)
  const rows = await cardRows(learner)
  for (const fact of base.facts) {
    const seen = rows.filter((row) => row.factIds.includes(fact.id) && row.stability !== null)
    expect(fact.standing === 'unseen', fact.id).toBe(seen.length === 0)
    if (fact.cardId !== null) expect(seen.map((row) => row.id)).toContain(fact.cardId)
  }
  expect(shares.known + shares.fading + shares.unseen).toBe(cards)
  expect(new Set(base.facts.map(({ standing }) => standing)).size).toBeGreaterThan(1)
})

test('a deck that is another’s, deleted or none is no deck', async () => {
  const own = uuidv7() as DeckId
  const [row] = await database().deck.findMany({ where: { userId: learner.id } })
  await database().deck.create({ data: { ...row!, id: own, name: 'Own', baseId: null, baseNumber: null } })
  const stranger = await newLearner()
  expect((await getDeck(learner, NOON, own))?.base).toBeNull()
  expect(await getDeck(stranger, NOON, own)).toBeNull()
  expect(await getDeck(learner, NOON, uuidv7() as DeckId)).toBeNull()
  await database().deck.updateMany({ where: { userId: learner.id, id: own }, data: { deletedAt: new Date(NOON) } })
  expect(await getDeck(learner, NOON, own)).toBeNull()
})

const choice = (options: DeckOptions): DeckOptions => ({ ...options, newPerDay: 3, reviewsPerDay: 50, desiredRetention: 0.95 })

test('saving options makes a version and moves no card', async () => {
  const own = await newLearner()
  await studyDaily(own, NOON, 3)
  const before = await cardRows(own)
  const { options } = await deckOf(own)
  expect(options).toMatchObject({ newPerDay: 10, reviewsPerDay: 200, desiredRetention: 0.9 })
  const saved = await saveDeckOptions(own, NOON, PML, choice(options))
  expect(saved).toMatchObject({ ok: true })
  expect(await cardRows(own)).toEqual(before)
  expect((await deckOf(own, NOON + DAY_MS)).counts.new).toBeLessThanOrEqual(3)
  expect((await deckOf(own)).options).toMatchObject({ newPerDay: 3, reviewsPerDay: 50, desiredRetention: 0.95 })
  expect(await database().presetVersion.count({ where: { userId: own.id } })).toBe(2)
})

test('a save on a version that is no longer in force is refused and changes nothing', async () => {
  const own = await newLearner()
  const { options } = await deckOf(own)
  const both = await Promise.all([
    saveDeckOptions(own, NOON, PML, choice(options)),
    saveDeckOptions(own, NOON, PML, { ...options, newPerDay: 7 }),
  ])
  expect(both.map((saved) => (saved.ok ? 'saved' : saved.code)).toSorted()).toEqual(['saved', 'stale'])
  expect(await database().presetVersion.count({ where: { userId: own.id } })).toBe(2)
  const foreign = { ...options, presetVersion: uuidv7() as PresetVersionId }
  expect(await saveDeckOptions(own, NOON, PML, foreign)).toEqual({ ok: false, code: 'stale' })
  expect(await saveDeckOptions(own, NOON, uuidv7() as DeckId, options)).toEqual({ ok: false, code: 'not-found' })
})

test('a deck that shares its preset gets one of its own, and the other goes on as it is', async () => {
  const own = await newLearner()
  const [row] = await database().deck.findMany({ where: { userId: own.id } })
  const second = uuidv7() as DeckId
  await database().deck.create({ data: { ...row!, id: second, name: 'Second', baseId: null, baseNumber: null } })
  const { options } = await deckOf(own)
  expect(await saveDeckOptions(own, NOON, second, choice(options))).toMatchObject({ ok: true })
  expect((await deckOf(own)).options).toEqual(options)
  expect((await getDeck(own, NOON, second))?.options).toMatchObject({ newPerDay: 3, desiredRetention: 0.95 })
})

test('a card’s page holds every standing event, the latest first, from state to state', async () => {
  const rows = await database().card.findMany({ where: { userId: learner.id, lapses: { gt: 0 } } })
  const id = rows[0]?.id as CardId
  const events = await database().event.count({ where: { userId: learner.id, cardId: id } })
  const card = await getCard(learner, NOON, id)
  expect(card?.history).toHaveLength(events)
  const order = card!.history.toReversed()
  for (const [index, row] of order.entries()) {
    const earlier = order[index - 1]?.after
    expect(row.before).toEqual(earlier ? { phase: earlier.phase, stability: earlier.stability } : { phase: 'new', stability: null })
  }
  expect(order.at(-1)?.after.stability).toBeCloseTo(rows[0]?.stability ?? Number.NaN, 9)
  expect(card?.siblings.map((sibling) => sibling.id)).not.toContain(id)
})

test('an undone answer leaves the history; practice stays in it and changes nothing', async () => {
  const own = await newLearner()
  const device = new Device(own)
  const day = await getQueue(own, NOON, TODAYS_QUEUE, null)
  const id = day.cards[0]?.id as CardId
  const [card] = await studyCards(own.id, [id])
  const [first, practice] = [await device.answer(card!, 3, NOON), { ...(await device.answer(card!, 1, NOON + 1)), practice: true }]
  await device.send([first, practice, device.undo(first.group, NOON + 2)], NOON + 2)
  const view = await getCard(own, NOON, id)
  expect(view?.history).toMatchObject([{ what: { kind: 'answer', rating: 1, practice: true }, after: { phase: 'new', stability: null } }])
  expect(view).toMatchObject({ standing: 'unseen', curve: { falls: [], answers: [], ahead: [] } })
})

test('a card that is another’s, deleted or none is no card', async () => {
  const stranger = await newLearner()
  const own = uuidv7() as CardId
  const [row] = await database().card.findMany({ where: { userId: learner.id } })
  await database().card.create({ data: { ...row!, id: own, key: 'own' } })
  expect(await getCard(learner, NOON, own)).not.toBeNull()
  expect(await getCard(stranger, NOON, own)).toBeNull()
  await database().card.updateMany({ where: { userId: learner.id, id: own }, data: { deletedAt: new Date(NOON) } })
  expect(await getCard(learner, NOON, own)).toBeNull()
})

test('a sitting of chosen cards or a topic brings those the learner has, one of a deck its part of the day', async () => {
  const rows = await database().card.findMany({ where: { userId: learner.id, stability: { not: null } }, include: { note: true }, take: 3 })
  const ids = rows.map((row) => row.id as CardId)
  const ask = (some: Partial<typeof TODAYS_QUEUE>) => getQueue(learner, NOON, { ...TODAYS_QUEUE, ...some }, null)
  const chosen = await ask({ cards: [...ids, uuidv7() as CardId, ids[0]!] })
  expect(chosen.cards.map((card) => card.id)).toEqual(ids)
  const topic = rows[0]?.note.topic ?? ''
  const { cards: ofTopic } = await ask({ deck: PML, topic })
  expect(ofTopic.length).toBeGreaterThan(0)
  expect(ofTopic.every(({ content, state }) => content.topic === topic && state.memory !== null)).toBe(true)
  const whole = await ask({})
  const ofDeck = await ask({ deck: PML })
  expect(ofDeck.cards.map(({ id }) => id)).toEqual(whole.cards.map(({ id }) => id))
  expect(ofDeck.counts).toEqual(whole.counts)
  const foreign = await ask({ deck: uuidv7() as DeckId })
  expect([foreign.cards, foreign.counts]).toEqual([[], { new: 0, learning: 0, review: 0 }])
})
