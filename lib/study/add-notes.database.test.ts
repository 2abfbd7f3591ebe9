// Many notes in one act: all or none, once however often it is sent, and one undo that overwrites nothing.

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CardId, DeckId, NoteId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { type AddedNote, addNotes } from './add-notes.ts'
import { deleteNote } from './delete-note.ts'
import { findAsked } from './find-asked.ts'
import { getDeckNotes } from './get-deck-notes.ts'
import type { Learner } from './learner.ts'
import { makeDeck } from './make-deck.ts'
import { saveNote } from './save-note.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'
import { undoChange } from './undo-change.ts'

let learner: Learner
let deckId: DeckId

const note = (front: string, back = 'A'): AddedNote => ({
  id: uuidv7() as NoteId,
  kind: 'question',
  fields: { front, back },
  tags: ['mri'],
})
const cards = () =>
  database().card.findMany({ where: { userId: learner.id, deckId, deletedAt: null }, orderBy: { place: 'asc' }, include: { note: true } })
const titles = async () => (await getDeckNotes(learner.id, deckId, 1)).notes.map(({ title }) => title)

beforeAll(() => seedShippedBases())
beforeEach(async () => {
  learner = await newLearner()
  deckId = uuidv7() as DeckId
  await makeDeck(learner.id, NOON, deckId, { name: 'Ward round', parentId: null })
})

test('notes come in their order, clean, after what stands there', async () => {
  await saveNote(learner.id, NOON, uuidv7() as NoteId, { ...note('First?'), deckId, version: null })
  const notes = [
    note('Which <b>virus</b>?'),
    { ...note(''), kind: 'cloze' as const, fields: { text: '{{c2::b}} {{c1::a}}' } },
    note('Last?'),
  ]
  const change = uuidv7()
  expect(await addNotes(learner.id, NOON, change, deckId, notes)).toEqual({ ok: true, change, notes: 3, cards: 4 })
  const rows = await cards()
  expect(rows.map(({ key, place, position }) => [key, place, position])).toEqual([
    ['front', 0, 0],
    ['front', 1, 1],
    ['c1', 2, 2],
    ['c2', 3, 3],
    ['front', 4, 4],
  ])
  expect(rows[1]?.note).toMatchObject({ kind: 'question', tags: ['mri'], version: 1, fields: { front: 'Which virus?', back: 'A' } })
  expect(await titles()).toEqual(['Last?', 'b a', 'Which virus?', 'First?'])
})

test('sent twice, even at once, it adds once', async () => {
  const notes = [note('One?'), note('Two?')]
  const change = uuidv7()
  const sent = await Promise.all([0, 1, 2].map(() => addNotes(learner.id, NOON, change, deckId, notes)))
  expect(new Set(sent.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: true, change, notes: 2, cards: 2 })]))
  expect(await titles()).toEqual(['Two?', 'One?'])
})

test('a request that comes again after its undo adds nothing', async () => {
  const notes = [note('One?')]
  const change = uuidv7()
  await addNotes(learner.id, NOON, change, deckId, notes)
  await undoChange(learner, NOON, change)
  await addNotes(learner.id, NOON, change, deckId, notes)
  expect(await titles()).toEqual([])
})

test('none where one makes no card, is there already, or the deck is not the learner’s', async () => {
  const change = uuidv7()
  expect(await addNotes(learner.id, NOON, change, deckId, [note('One?'), note('<b>'), note('Two?', '')])).toEqual({
    ok: false,
    code: 'no-card',
    notes: [1, 2],
  })
  const there = note('There?')
  await addNotes(learner.id, NOON, uuidv7(), deckId, [there])
  expect(await addNotes(learner.id, NOON, change, deckId, [note('One?'), there])).toEqual({ ok: false, code: 'refused' })
  const twice = note('Twice?')
  expect(await addNotes(learner.id, NOON, change, deckId, [twice, twice])).toEqual({ ok: false, code: 'refused' })
  const other = await newLearner()
  expect(await addNotes(other.id, NOON, change, deckId, [note('Theirs?')])).toEqual({ ok: false, code: 'not-found' })
  expect(await titles()).toEqual(['There?'])
  expect(await addNotes(learner.id, NOON, change, deckId, [note('One?')])).toMatchObject({ ok: true })
})

test('one undo takes back all but what was edited since; what was there stays', async () => {
  await addNotes(learner.id, NOON, uuidv7(), deckId, [note('Before?')])
  const [one, two, three] = [note('One?'), note('Two?'), note('Three?')]
  const change = uuidv7()
  await addNotes(learner.id, NOON + 1, change, deckId, [one, two, three])
  await saveNote(learner.id, NOON + 2, two.id, { ...two, fields: { front: 'Mine?', back: 'A' }, deckId, version: 1 })
  const deleted = await deleteNote(learner.id, NOON + 3, three.id)
  expect(await undoChange(learner, NOON + 4, change)).toEqual({ ok: true })
  expect(await titles()).toEqual(['Mine?', 'Before?'])
  expect((await cards()).map(({ noteId }) => noteId)).toContain(two.id)
  expect(await undoChange(learner, NOON + 5, change)).toEqual({ ok: false, code: 'not-found' })
  // What was deleted before keeps its own way back.
  if (deleted.ok) await undoChange(learner, NOON + 6, deleted.change)
  expect(await titles()).toEqual(['Three?', 'Mine?', 'Before?'])
})

test('one undo leaves what was studied since', async () => {
  const [one, two] = [note('One?'), note('Two?')]
  const change = uuidv7()
  await addNotes(learner.id, NOON, change, deckId, [one, two])
  const id = (await cards()).find(({ noteId }) => noteId === two.id)?.id as CardId
  const device = new Device(learner)
  const [card] = await studyCards(learner.id, [id])
  await device.send([await device.answer(card!, 3, NOON + 1)], NOON + 1)
  expect(await undoChange(learner, NOON + 2, change)).toEqual({ ok: true })
  expect(await titles()).toEqual(['Two?'])
})

test('finds what a deck asks already, whatever its capitals, spacing and HTML', async () => {
  await addNotes(learner.id, NOON, uuidv7(), deckId, [
    note('Which virus?'),
    { ...note(''), kind: 'cloze', fields: { text: 'The {{c1::heel}}' } },
  ])
  const questions = ['which  <i>VIRUS</i>?', 'Which cell?', 'the {{c1::heel}}', 'A']
  expect(await findAsked(learner.id, deckId, questions)).toEqual([0, 2])
  const other = await newLearner()
  expect(await findAsked(other.id, deckId, questions)).toBeNull()
})

test('five thousand notes, and their list by pages', async () => {
  const notes = Array.from({ length: 5_000 }, (_, index) => note(`Question ${index}?`))
  expect(await addNotes(learner.id, NOON, uuidv7(), deckId, notes)).toMatchObject({ ok: true, notes: 5_000, cards: 5_000 })
  const second = await getDeckNotes(learner.id, deckId, 2)
  expect(second).toMatchObject({ count: 5_000, page: 2, pages: 50, first: 101 })
  expect([second.notes[0]?.title, second.notes.at(-1)?.title]).toEqual(['Question 4899?', 'Question 4800?'])
  expect(await getDeckNotes(learner.id, deckId, 51)).toMatchObject({ page: 50, first: 4_901 })
}, 60_000)
