// A learner's own decks and notes: what editing, deleting and undoing leave, and that no schedule is ever touched.

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { database } from '#lib/db/client.ts'
import { harvestOf } from '#lib/db/progress-rows.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { cardsOfNote } from '#lib/db/own-notes.ts'
import { deleteDeck } from './delete-deck.ts'
import { deleteNote } from './delete-note.ts'
import { deleteOldChanges } from './delete-old-changes.ts'
import { editDeck } from './edit-deck.ts'
import { gatherDay } from './gather-day.ts'
import { getDecks } from './get-decks.ts'
import { getDeckNotes } from './get-deck-notes.ts'
import { getNote } from './get-note.ts'
import { getQueue } from './get-queue.ts'
import type { Learner } from './learner.ts'
import { makeDeck } from './make-deck.ts'
import { readMedia, storeMedia } from './media.ts'
import { previewGenerated } from './preview-note.ts'
import { type NoteInput, saveNote } from './save-note.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'
import { undoChange } from './undo-change.ts'

let learner: Learner
let deckId: DeckId

const newDeck = async (name: string, parentId: DeckId | null = null) => {
  const id = uuidv7() as DeckId
  expect(await makeDeck(learner.id, NOON, id, { name, parentId })).toEqual({ ok: true })
  return id
}
const newNote = async (input: Partial<NoteInput> = {}) => {
  const id = uuidv7() as NoteId
  const whole = { kind: 'cloze' as const, fields: { text: '{{c1::a}} {{c2::b}}' }, tags: [], deckId, version: null, ...input }
  return { id, saved: await saveNote(learner.id, NOON, id, whole) }
}
const edit = (id: NoteId, text: string, version: number, at = NOON + 1) =>
  saveNote(learner.id, at, id, { kind: 'cloze', fields: { text }, tags: [], deckId, version })
const names = async () => (await getDecks(learner, NOON)).nodes.map(({ name, level }) => `${level} ${name}`)
const changeOf = (done: { ok: boolean; change?: string | null }) => {
  if (!done.ok || !done.change) throw new Error('The act was refused.')
  return done.change
}

beforeAll(() => seedShippedBases())
beforeEach(async () => {
  learner = await newLearner()
  deckId = await newDeck('Ward round')
})

test('decks are nested, renamed, moved, and never within themselves', async () => {
  const inner = await newDeck('Neurology', deckId)
  expect((await names()).slice(-2)).toEqual(['1 Ward round', '2 Neurology'])
  expect(await editDeck(learner.id, NOON, deckId, 1, { name: 'Ward', parentId: inner })).toEqual({ ok: false, code: 'refused' })
  const done = await editDeck(learner.id, NOON, inner, 1, { name: 'Stroke', parentId: null })
  expect(await names()).toContain('1 Stroke')
  expect(await editDeck(learner.id, NOON, inner, 1, { name: 'Late', parentId: null })).toMatchObject({
    code: 'stale',
    current: { name: 'Stroke' },
  })
  expect(await undoChange(learner, NOON, changeOf(done))).toEqual({ ok: true })
  expect(await names()).toContain('2 Neurology')
  expect(await undoChange(learner, NOON, changeOf(done))).toEqual({ ok: false, code: 'not-found' })
})

test('a ring that two moves at once would close is not closed', async () => {
  const [one, other] = [await newDeck('One'), await newDeck('Other')]
  const moves = await Promise.all([
    editDeck(learner.id, NOON, one, 1, { name: 'One', parentId: other }),
    editDeck(learner.id, NOON, other, 1, { name: 'Other', parentId: one }),
  ])
  expect(moves.filter(({ ok }) => ok)).toHaveLength(1)
  await expect(getDecks(learner, NOON)).resolves.toBeDefined()
})

test('deleting a deck takes what lies in it, and undo brings all of it back', async () => {
  const inner = await newDeck('Inner', deckId)
  const { id } = await newNote({ deckId: inner })
  const before = await getDecks(learner, NOON)
  const done = await deleteDeck(learner.id, NOON + 5, deckId)
  expect(await names()).not.toContain('1 Ward round')
  expect(await getNote(learner.id, id)).toBeNull()
  expect(await undoChange(learner, NOON + 6, changeOf(done))).toEqual({ ok: true })
  expect(await getDecks(learner, NOON)).toEqual(before)
})

test('a deck comes back at the top where its parent is gone', async () => {
  const inner = await newDeck('Inner', deckId)
  const first = await deleteDeck(learner.id, NOON + 1, inner)
  await deleteDeck(learner.id, NOON + 2, deckId)
  await undoChange(learner, NOON + 3, changeOf(first))
  expect(await names()).toContain('1 Inner')
})

test('own cards come in the queue with what they show, and without facts', async () => {
  await newNote({ fields: { text: 'The {{c1::heel::which part}}', why: 'because', source: 'Ward' } })
  await deleteDeck(learner.id, NOON, (await gatherDay(learner, NOON)).decks.find(({ baseId }) => baseId !== null)!.id)
  const queue = await getQueue(learner, NOON, TODAYS_QUEUE, null)
  expect(queue.counts).toEqual({ new: 1, learning: 0, review: 0 })
  expect(queue.cards).toMatchObject([
    { content: { deck: 'Ward round', own: true, facts: [], citation: 'Ward', why: { html: '<p>because</p>' } } },
  ])
})

test('editing leaves every schedule, withdraws what is made no longer, and brings it back as it was', async () => {
  const { id } = await newNote()
  const ids = (await cardsOfNote(database(), learner.id, id)).map((card) => card.id)
  const device = new Device(learner)
  const [card] = await studyCards(learner.id, ids)
  await device.send([await device.answer(card!, 4, NOON)], NOON)
  const byPlace = async () => (await studyCards(learner.id, ids)).toSorted((a, b) => a.place - b.place)
  const before = await byPlace()
  const done = await edit(id, '{{c2::b}} alone {{c3::c}}', 1)
  const shown = (await cardsOfNote(database(), learner.id, id)).map(({ key, withdrawn }) => `${key} ${withdrawn}`)
  expect(shown).toEqual(['c1 true', 'c2 false', 'c3 false'])
  expect((await gatherDay(learner, NOON + 5 * DAY_MS)).queue.main.map((one) => one.id)).not.toContain(ids[0])
  expect(await undoChange(learner, NOON + 2, changeOf(done))).toEqual({ ok: true })
  expect(await byPlace()).toEqual(before)
  expect((await getNote(learner.id, id))?.note).toMatchObject({ version: 3, fields: { text: '{{c1::a}} {{c2::b}}' } })
})

test('an edit is undone only while it is the last one', async () => {
  const { id } = await newNote()
  const first = await edit(id, '{{c1::first}}', 1)
  const second = await edit(id, '{{c1::second}}', 2)
  // It is refused, not used up.
  for (const at of [NOON + 3, NOON + 4]) expect(await undoChange(learner, at, changeOf(first))).toEqual({ ok: false, code: 'stale' })
  expect((await getNote(learner.id, id))?.note.fields).toMatchObject({ text: '{{c1::second}}' })
  expect(await undoChange(learner, NOON + 5, changeOf(second))).toEqual({ ok: true })
  expect((await getNote(learner.id, id))?.note.fields).toMatchObject({ text: '{{c1::first}}' })
})

test('a note comes back with the deck that was deleted after it', async () => {
  const deckId = await newDeck('Neurology')
  const { id } = await newNote({ deckId })
  const done = await deleteNote(learner.id, NOON + 1, id)
  await deleteDeck(learner.id, NOON + 2, deckId)
  expect(await names()).not.toContain('1 Neurology')
  await undoChange(learner, NOON + 3, changeOf(done))
  expect(await names()).toContain('1 Neurology')
  expect(await getNote(learner.id, id)).toMatchObject({ note: { id, deckId } })
})

test('a guest’s notes in a shipped deck are counted as their own', async () => {
  const shipped = (await gatherDay(learner, NOON)).decks.find(({ baseId }) => baseId !== null)!.id
  const before = await harvestOf(learner.id)
  await newNote({ deckId: shipped })
  expect((await harvestOf(learner.id)).ownCards).toBe(before.ownCards + 2)
})

test('the later of two edits is refused with the text that stands', async () => {
  const { id } = await newNote()
  const both = await Promise.all([edit(id, '{{c1::one}}', 1), edit(id, '{{c1::two}}', 1)])
  expect(both.map((one) => (one.ok ? 'saved' : one.code)).toSorted()).toEqual(['saved', 'stale'])
})

test('a note that makes no card is refused, and one that is sent twice is made once', async () => {
  expect((await newNote({ fields: { text: 'no gap' } })).saved).toEqual({ ok: false, code: 'no-card' })
  const { id } = await newNote()
  const again = { kind: 'cloze' as const, fields: { text: '{{c1::a}} {{c2::b}}' }, tags: [], deckId, version: null }
  expect(await saveNote(learner.id, NOON, id, again)).toMatchObject({ ok: true })
  expect((await getDeckNotes(learner.id, deckId, 1)).notes).toEqual([{ id, title: 'a b' }])
  // Reworded after an answer that was lost: an edit of what is stored.
  expect(await saveNote(learner.id, NOON, id, { ...again, fields: { text: '{{c1::a}} anew' } })).toMatchObject({ ok: true, version: 2 })
  expect((await getDeckNotes(learner.id, deckId, 1)).notes).toEqual([{ id, title: 'a anew' }])
})

test('HTML and unseen signs are gone before anything is stored', async () => {
  const { id } = await newNote({ fields: { text: 'a<script>x</script>\u0000\uE000 <scr<b>ipt> {{c1::b}} CD4 < 200 \uD800' } })
  const text = (await getNote(learner.id, id))?.note.fields['text'] ?? ''
  expect(text).not.toMatch(/<[a-z/]/)
  for (const sign of ['\u0000', '\uE000', '\uD800']) expect(text).not.toContain(sign)
  expect(text).toContain('CD4 < 200')
})

test('a generated note is shown with the words that are written, cleaned, and with the cards that its base makes', async () => {
  const card = await database().card.findFirstOrThrow({ where: { userId: learner.id, kind: 'question', factIds: { isEmpty: false } } })
  const id = card.noteId as NoteId
  const stored = (await getNote(learner.id, id))?.note.fields ?? {}
  const front = `${card.key}.front`
  const preview = await previewGenerated(learner.id, id, { [front]: 'My <b>own</b> words?', 'no.front': 'x' })
  const cards = await cardsOfNote(database(), learner.id, id)
  expect(preview?.cards.map(({ key }) => key)).toEqual(cards.map(({ key }) => key))
  const shown = preview?.cards.find(({ key }) => key === card.key)?.content
  // The card's other wording stays as it was.
  expect(shown).toMatchObject({ own: false, fronts: [{ html: '<p>My own words?</p>' }, { filled: null }] })
  expect(shown?.facts.length).toBeGreaterThan(0)
  expect((await getNote(learner.id, id))?.note.fields).toEqual(stored)
  expect(await previewGenerated(learner.id, (await newNote()).id, {})).toBeNull()
})

test('a deleted note comes back, and before-images go after thirty days', async () => {
  const { id } = await newNote()
  const done = await deleteNote(learner.id, NOON + 7, id)
  expect(await getNote(learner.id, id)).toBeNull()
  await undoChange(learner, NOON + 8, changeOf(done))
  expect(await getNote(learner.id, id)).not.toBeNull()
  expect(await deleteOldChanges(NOON + 31 * DAY_MS)).toBeGreaterThan(0)
  expect(await database().change.count({ where: { userId: learner.id } })).toBe(0)
})

test('what was deleted within the same millisecond comes back one by one', async () => {
  const [one, two] = [(await newNote()).id, (await newNote()).id]
  const [deck, other] = [await newDeck('Neurology'), await newDeck('Stroke')]
  const done = await Promise.all([deleteNote(learner.id, NOON, one), deleteNote(learner.id, NOON, two)])
  const decksDone = await Promise.all([deleteDeck(learner.id, NOON, deck), deleteDeck(learner.id, NOON, other)])
  await undoChange(learner, NOON, changeOf(done[0]))
  expect([await getNote(learner.id, one), await getNote(learner.id, two)]).toMatchObject([{ note: { id: one } }, null])
  await undoChange(learner, NOON, changeOf(decksDone[1]))
  expect((await names()).filter((name) => /Neurology|Stroke/.test(name))).toEqual(['1 Stroke'])
  await undoChange(learner, NOON, changeOf(done[1]))
  await undoChange(learner, NOON, changeOf(decksDone[0]))
  expect(await getNote(learner.id, two)).not.toBeNull()
  expect((await names()).filter((name) => /Neurology|Stroke/.test(name))).toHaveLength(2)
})

test('an answer to a note that was deleted since can be undone, but its card is not asked again', async () => {
  const { id } = await newNote()
  const [card] = await studyCards(
    learner.id,
    (await cardsOfNote(database(), learner.id, id)).map((one) => one.id),
  )
  if (!card) throw new Error('The note makes cards.')
  const device = new Device(learner)
  await device.send([await device.answer(card, 3, NOON)], NOON)
  expect((await getQueue(learner, NOON + 1, TODAYS_QUEUE, null)).touched.map((one) => one.card.id)).toEqual([card.id])
  const done = await deleteNote(learner.id, NOON + 2, id)
  expect(await getQueue(learner, NOON + 3, TODAYS_QUEUE, null)).toMatchObject({ acts: [{ cardIds: [card.id] }], touched: [], cursor: 1 })
  await undoChange(learner, NOON + 4, changeOf(done))
  expect((await getQueue(learner, NOON + 5, TODAYS_QUEUE, null)).touched).toHaveLength(1)
})

test('what is another’s does not exist, and stays as it was', async () => {
  const { id } = await newNote()
  const hash = await storeMedia(learner.id, NOON, 'image/png', new Uint8Array([1, 2, 3]))
  const done = await edit(id, '{{c1::mine}}', 1)
  const other = await newLearner()
  const mine = { name: 'x', parentId: deckId }
  const missing = { ok: false, code: 'not-found' }
  expect(await makeDeck(other.id, NOON, uuidv7() as DeckId, mine)).toEqual(missing)
  expect(await editDeck(other.id, NOON, deckId, 1, { name: 'x', parentId: null })).toEqual(missing)
  expect(await deleteDeck(other.id, NOON, deckId)).toEqual(missing)
  expect(await deleteNote(other.id, NOON, id)).toEqual(missing)
  expect(await undoChange(other, NOON, changeOf(done))).toEqual(missing)
  expect(await saveNote(other.id, NOON, id, { kind: 'cloze', fields: { text: '{{c1::x}}' }, tags: [], deckId, version: 2 })).toEqual(
    missing,
  )
  expect(await getNote(other.id, id)).toBeNull()
  expect(await previewGenerated(other.id, id, {})).toBeNull()
  expect(await readMedia(other.id, hash ?? '')).toBeNull()
  expect(await readMedia(learner.id, hash ?? '')).toMatchObject({ type: 'image/png' })
  expect((await getNote(learner.id, id))?.note.fields['text']).toBe('{{c1::mine}}')
})
