// Acts on many cards: all of it or nothing, undone as if it had never been, and no card's state other than what its events say.

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { CardId, DeckId, NoteId } from '#lib/core/ids.ts'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import type { Chosen } from '#lib/core/search/found.ts'
import { USUAL_SORT } from '#lib/core/search/sort.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import type { Bulk } from './choose-cards.ts'
import { deleteCards } from './delete-cards.ts'
import { findCards } from './find-cards.ts'
import { getQueue } from './get-queue.ts'
import type { Learner } from './learner.ts'
import { makeDeck } from './make-deck.ts'
import { moveCards } from './move-cards.ts'
import { type NoteInput, saveNote } from './save-note.ts'
import { suspendCards } from './suspend-cards.ts'
import { changeTag, tagCards } from './tag-notes.ts'
import { Device, differing, newLearner, NOON, seedShippedBases } from './testing.ts'
import { deleteDeck } from './delete-deck.ts'
import { undoChange } from './undo-change.ts'

let learner: Learner
let deckId: DeckId

const newDeck = async (name: string) => {
  const id = uuidv7() as DeckId
  await makeDeck(learner.id, NOON, id, { name, parentId: null })
  return id
}
const write = async (front: string, more: Partial<NoteInput> = {}) => {
  const id = uuidv7() as NoteId
  const input = { kind: 'both' as const, fields: { front, back: `Back of ${front}` }, tags: [], deckId, version: null, ...more }
  expect(await saveNote(learner.id, NOON, id, input)).toMatchObject({ ok: true })
  return id
}
const found = async (query: string, of = learner) => {
  const answer = await findCards(of, NOON, { query, sort: USUAL_SORT })
  return answer.ok ? answer.found.rows : []
}
const ids = async (query: string) => (await found(query)).map((row) => row.id)
const all = async (query: string, except: CardId[] = []): Promise<Chosen> => ({ query, total: (await ids(query)).length, except })
const changeOf = (acted: Bulk | { ok: boolean; change?: string }) => {
  const change = 'done' in acted ? acted.done.change : 'change' in acted ? acted.change : null
  if (!change) throw new Error('Nothing was done.')
  return change
}
/** What a learner sees of their notes and cards: versions count on, as after any edit. */
const rows = async () => {
  const own = { where: { userId: learner.id }, orderBy: { id: 'asc' } } as const
  const notes = await database().note.findMany({ ...own, select: { id: true, tags: true, fields: true, deletedAt: true } })
  const cards = await database().card.findMany({ ...own, omit: { cursor: true } })
  return { notes, cards }
}

beforeAll(() => seedShippedBases())
beforeEach(async () => {
  learner = await newLearner()
  deckId = await newDeck('Ward round')
})

test('suspending is an event a card, leaves those that are so already, and one undo takes it back', async () => {
  await write('Zebra?')
  await write('Quokka?')
  const [first] = await ids('zebra')
  await suspendCards(learner, NOON, { ids: [first!] }, true)
  const before = await rows()
  const acted = await suspendCards(learner, NOON + 10, await all('deck:"Ward round"'), true)
  expect(acted).toMatchObject({ done: { cards: 3, passed: 1, notes: 2 } })
  expect(await ids('is:suspended')).toHaveLength(4)
  const cards = (await ids('')).map((id) => ({ id }))
  expect(await differing(learner.id, cards)).toEqual([])
  expect(await undoChange(learner, NOON + 20, changeOf(acted))).toEqual({ ok: true })
  expect(await rows()).toEqual(before)
  expect(await differing(learner.id, cards)).toEqual([])
  expect(await undoChange(learner, NOON + 30, changeOf(acted))).toEqual({ ok: false, code: 'not-found' })
  const released = await suspendCards(learner, NOON + 40, await all('is:suspended'), false)
  expect(await ids('is:suspended')).toEqual([])
  await undoChange(learner, NOON + 50, changeOf(released))
  expect(await ids('is:suspended')).toEqual([first])
  expect(await differing(learner.id, cards)).toEqual([])
})

test('undo is no word on what came later, and a suspension within the same moment still counts', async () => {
  await write('Zebra?')
  const chosen = { ids: await ids('zebra') }
  const done = await suspendCards(learner, NOON, chosen, true)
  await suspendCards(learner, NOON, chosen, false)
  expect(await ids('is:suspended')).toEqual([])
  const again = await suspendCards(learner, NOON, chosen, true)
  await undoChange(learner, NOON, changeOf(done))
  expect(await ids('is:suspended')).toHaveLength(2)
  await undoChange(learner, NOON, changeOf(again))
  expect(await ids('is:suspended')).toEqual([])
  expect(
    await differing(
      learner.id,
      chosen.ids.map((id) => ({ id })),
    ),
  ).toEqual([])
})

test('schedules stay as they were, and an answer that comes late is saved', async () => {
  await write('Zebra?')
  const [id] = await ids('zebra')
  const device = new Device(learner)
  const [card] = await studyCards(learner.id, [id!])
  await device.send([await device.answer(card!, 3, NOON)], NOON)
  const [answered] = await studyCards(learner.id, [id!])
  const acted = await suspendCards(learner, NOON + 5, { ids: [id!] }, true)
  expect(await studyCards(learner.id, [id!])).toEqual([{ ...answered, state: { ...answered!.state, suspended: true } }])
  const late = await device.send([await device.answer(answered!, 3, NOON + 2 * DAY_MS)], NOON + 2 * DAY_MS)
  expect(late.results).toMatchObject([{ status: 'saved' }])
  expect(await differing(learner.id, [{ id: id! }])).toEqual([])
  await undoChange(learner, NOON + 3 * DAY_MS, changeOf(acted))
  expect(await differing(learner.id, [{ id: id! }])).toEqual([])
})

test('a review of the same day neither carries such an act nor takes it back', async () => {
  await write('Zebra?')
  await suspendCards(learner, NOON, await all('zebra'), true)
  const queue = await getQueue(learner, NOON + 10, TODAYS_QUEUE, null)
  expect(queue.acts).toEqual([])
  expect(queue.touched).toEqual([])
})

test('moving takes whole notes, passes over what a fact base made, and goes back', async () => {
  const to = await newDeck('Clinic')
  await write('Zebra?')
  const [half] = await ids('zebra')
  const before = await rows()
  const acted = await moveCards(learner, NOON, { ids: [half!] }, to)
  expect(acted).toMatchObject({ done: { notes: 1, cards: 1, passed: 0 } })
  expect(await ids('deck:Clinic')).toHaveLength(2)
  await undoChange(learner, NOON + 1, changeOf(acted))
  expect(await rows()).toEqual(before)
  const shipped = (await found('oligodendrocyte')).slice(0, 3).map(({ id }) => id)
  expect(await moveCards(learner, NOON, { ids: shipped }, to)).toMatchObject({ done: { change: null, passed: 3 } })
  expect(await moveCards(learner, NOON, { ids: shipped }, uuidv7() as DeckId)).toEqual({ ok: false, code: 'not-found' })
})

test('what was moved on meanwhile stays where it is', async () => {
  const [clinic, lab] = [await newDeck('Clinic'), await newDeck('Lab')]
  await write('Zebra?')
  const first = await moveCards(learner, NOON, await all('zebra'), clinic)
  await moveCards(learner, NOON + 1, await all('zebra'), lab)
  expect(await undoChange(learner, NOON + 2, changeOf(first))).toEqual({ ok: true })
  expect(await ids('deck:Lab')).toHaveLength(2)
})

test('a search is of what notes say now, not of what they said when it was last asked', async () => {
  const id = await write('Zebra?')
  const chosen = await all('zebra')
  const input = { kind: 'both' as const, fields: { front: 'Okapi?', back: 'An animal' }, tags: [], deckId, version: 1 }
  expect(await saveNote(learner.id, NOON + 1, id, input)).toMatchObject({ ok: true })
  expect(await deleteCards(learner, NOON + 2, chosen)).toEqual({ ok: false, code: 'stale', total: 0 })
})

test('what was moved out of a deck that is gone stays where it is', async () => {
  const to = await newDeck('Clinic')
  await write('Zebra?')
  const acted = await moveCards(learner, NOON, await all('zebra'), to)
  await deleteDeck(learner.id, NOON + 1, deckId)
  expect(await undoChange(learner, NOON + 2, changeOf(acted))).toEqual({ ok: true })
  expect(await ids('deck:Clinic')).toHaveLength(2)
})

test('deleting takes whole notes, says so, and all of it comes back', async () => {
  await write('Zebra?')
  await write('Quokka?')
  await found('')
  const before = await rows()
  const acted = await deleteCards(learner, NOON + 77, { ids: (await ids('zebra')).slice(0, 1) })
  expect(acted).toMatchObject({ done: { cards: 2, notes: 1 } })
  expect(await ids('deck:"Ward round"')).toHaveLength(2)
  await undoChange(learner, NOON + 78, changeOf(acted))
  expect(await rows()).toEqual(before)
})

test('tags are added and removed, renamed with all within them, merged and done away with, each with its undo', async () => {
  await write('Zebra?', { tags: ['neuro::mri', 'exam'] })
  await write('Quokka?', { tags: ['neuro', 'imaging::mri'] })
  await write('Okapi?')
  await found('')
  const before = await rows()
  const tags = async () =>
    (await rows()).notes
      .filter((note) => note.tags.length > 0)
      .map((note) => note.tags.join(' '))
      .toSorted()
  const added = await tagCards(learner, NOON, await all('deck:"Ward round"'), { kind: 'add', tags: ['exam', 'new'] })
  expect(added).toMatchObject({ done: { notes: 3, cards: 6, passed: 0 } })
  expect(await tags()).toEqual(['exam new', 'neuro imaging::mri exam new', 'neuro::mri exam new'])
  const merged = await changeTag(learner.id, NOON, 'neuro', { kind: 'rename', from: 'neuro', to: 'imaging' })
  expect(await tags()).toEqual(['exam new', 'imaging imaging::mri exam new', 'imaging::mri exam new'])
  const gone = await changeTag(learner.id, NOON, 'imaging', { kind: 'remove', tags: ['imaging'] })
  expect(await tags()).toEqual(['exam new', 'exam new', 'exam new'])
  // In another order than they were done: each takes back its own, and leaves the others.
  for (const one of [added, gone, merged]) expect(await undoChange(learner, NOON, changeOf(one))).toEqual({ ok: true })
  const sorted = ({ notes, cards }: Awaited<ReturnType<typeof rows>>) => ({
    notes: notes.map((note) => ({ ...note, tags: note.tags.toSorted() })),
    cards,
  })
  expect(sorted(await rows())).toEqual(sorted(before))
  expect(await changeTag(learner.id, NOON, 'neur', { kind: 'remove', tags: ['neur'] })).toEqual({ ok: false, code: 'not-found' })
  const long = `x${'y'.repeat(55)}`
  expect(await changeTag(learner.id, NOON, 'neuro', { kind: 'rename', from: 'neuro', to: long })).toMatchObject({ code: 'refused' })
  const many = Array.from({ length: 50 }, (_, index) => `t${index}`)
  expect(await tagCards(learner, NOON, await all('zebra'), { kind: 'add', tags: many })).toMatchObject({ code: 'refused' })
  expect(sorted(await rows())).toEqual(sorted(before))
})

test('an editor that was open meanwhile hears of it', async () => {
  const id = await write('Zebra?')
  await tagCards(learner, NOON, await all('zebra'), { kind: 'add', tags: ['exam'] })
  const late = { kind: 'both' as const, fields: { front: 'Late?', back: 'x' }, tags: [], deckId, version: 1 }
  expect(await saveNote(learner.id, NOON, id, late)).toMatchObject({ code: 'stale', current: { tags: ['exam'] } })
})

test('all that a search finds, but some; and not when it finds others by now', async () => {
  await write('Zebra?')
  await write('Quokka?')
  const [spared] = await ids('zebra')
  const chosen = await all('deck:"Ward round"', [spared!])
  expect(await suspendCards(learner, NOON, chosen, true)).toMatchObject({ done: { cards: 3 } })
  await write('Okapi?')
  expect(await deleteCards(learner, NOON, chosen)).toEqual({ ok: false, code: 'stale', total: 6 })
  expect(await deleteCards(learner, NOON, { query: 'is:nothing', total: 0, except: [] })).toMatchObject({ code: 'refused' })
})

test('what is another’s is neither chosen nor changed', async () => {
  const other = await newLearner()
  await write('Zebra?', { tags: ['mine'] })
  const chosen = { ids: await ids('zebra') }
  const done = await suspendCards(learner, NOON, chosen, true)
  const before = await rows()
  const to = uuidv7() as DeckId
  await makeDeck(other.id, NOON, to, { name: 'Theirs', parentId: null })
  for (const acted of [
    await suspendCards(other, NOON, chosen, false),
    await deleteCards(other, NOON, chosen),
    await moveCards(other, NOON, chosen, to),
    await tagCards(other, NOON, chosen, { kind: 'add', tags: ['theirs'] }),
  ])
    expect(acted).toMatchObject({ ok: true, done: { change: null, cards: 0 } })
  expect(await changeTag(other.id, NOON, 'mine', { kind: 'remove', tags: ['mine'] })).toEqual({ ok: false, code: 'not-found' })
  expect(await undoChange(other, NOON, changeOf(done))).toEqual({ ok: false, code: 'not-found' })
  expect(await rows()).toEqual(before)
})
