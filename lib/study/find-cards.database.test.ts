// Find against a real database: what each word of a search finds, that pages are the whole list, and that each sees their own alone.

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { CardId, DeckId, NoteId } from '#lib/core/ids.ts'
import type { Found, FoundRow } from '#lib/core/search/found.ts'
import { ORDERS, parseSort, type Sort, USUAL_SORT } from '#lib/core/search/sort.ts'
import { database } from '#lib/db/client.ts'
import { studyCards } from '#lib/db/queue-rows.ts'
import { bringAlong } from './bring-along.ts'
import { findCards, findPage } from './find-cards.ts'
import { gatherDay } from './gather-day.ts'
import { getNarrowings } from './get-narrowings.ts'
import type { Learner } from './learner.ts'
import { makeDeck } from './make-deck.ts'
import { type NoteInput, saveNote } from './save-note.ts'
import { suspendCards } from './suspend-cards.ts'
import { Device, newLearner, NOON, seedShippedBases } from './testing.ts'

let learner: Learner
let deckId: DeckId

const newDeck = async (name: string, parentId: DeckId | null = null, of = learner) => {
  const id = uuidv7() as DeckId
  await makeDeck(of.id, NOON, id, { name, parentId })
  return id
}
const write = async (input: Partial<NoteInput>, at = NOON) => {
  const id = uuidv7() as NoteId
  const saved = await saveNote(learner.id, at, id, { kind: 'question', fields: {}, tags: [], deckId, version: null, ...input })
  expect(saved).toMatchObject({ ok: true })
  return id
}
const question = (front: string, back = 'x', more: Partial<NoteInput> = {}, at = NOON) => write({ fields: { front, back }, ...more }, at)
const find = async (query: string, sort: Sort = parseSort('text'), of = learner): Promise<Found> => {
  const answer = await findCards(of, NOON, { query, sort })
  if (!answer.ok) throw new Error(answer.fault.message)
  return answer.found
}
const fronts = async (query: string) => (await find(query)).rows.map((row) => row.front)
/** Every page from its own mark, in turn. */
const wholeList = async (query: string, sort: Sort): Promise<FoundRow[]> => {
  const { marks } = await find(query, sort)
  const pages = await Promise.all(marks.map((mark) => findPage(learner, NOON, { query, sort }, mark)))
  return pages.flat()
}

beforeAll(() => seedShippedBases())
beforeEach(async () => {
  learner = await newLearner()
  await database().deck.updateMany({ where: { userId: learner.id }, data: { deletedAt: new Date(NOON) } })
  deckId = await newDeck('Ward round')
})

test('words are found in any letters, with or without their marks, within others or at their beginning', async () => {
  await question('What is **Guillain-Barré** syndrome?', 'Acute polyneuropathy')
  await question('Which virus is it?', 'JC virus (CT40 too)')
  await write({
    kind: 'cloze',
    fields: { text: 'Leukoencephalopathy spares the {{c1::cortex}} and the {{c2::grey matter::which}}.', why: 'Myelin' },
  })
  expect(await fronts('BARRE')).toEqual(['What is Guillain-Barré syndrome?'])
  expect(await fronts('guillain-barre')).toHaveLength(1)
  expect(await fronts('encephal')).toEqual([
    'Leukoencephalopathy spares the [blank] and the grey matter.',
    'Leukoencephalopathy spares the cortex and the [which].',
  ])
  expect(await fronts('jc')).toHaveLength(1)
  // "T4" stands within "CT40", but no word begins so.
  expect(await fronts('t4')).toEqual([])
  expect(await fronts('"grey matter"')).toHaveLength(2)
  expect(await fronts('"matter grey"')).toEqual([])
  expect(await fronts('matter grey myelin')).toHaveLength(2)
  expect(await fronts('virus -jc')).toEqual([])
  expect(await fronts('-virus')).toHaveLength(3)
  expect(await fronts('100%')).toEqual([])
  expect(await fronts("x'; DROP TABLE")).toEqual([])
})

test('decks are found by name or path with all within them, tags likewise, in any letters', async () => {
  const inner = await newDeck('Stroke', deckId)
  await newDeck('Other')
  await question('Outer?', 'x', { tags: ['Neuro'] })
  await question('Inner?', 'x', { deckId: inner, tags: ['neuro::mri', 'exam'] })
  expect(await fronts('deck:"ward ROUND"')).toEqual(['Inner?', 'Outer?'])
  expect(await fronts('deck:stroke')).toEqual(['Inner?'])
  expect(await fronts('deck:"Ward round::Stroke"')).toEqual(['Inner?'])
  expect(await fronts('-deck:Stroke')).toEqual(['Outer?'])
  expect(await fronts('deck:Other')).toEqual([])
  expect(await fronts('tag:neuro')).toEqual(['Inner?', 'Outer?'])
  expect(await fronts('tag:neuro::mri')).toEqual(['Inner?'])
  expect(await fronts('tag:neur')).toEqual([])
  await question('Bare?')
  expect(await fronts('tag:none')).toEqual(['Bare?'])
  expect(await findCards(learner, NOON, { query: 'outer deck:Nowhere', sort: USUAL_SORT })).toMatchObject({
    ok: false,
    fault: { start: 6, end: 18 },
  })
})

test('states and numbers are those of the cards', async () => {
  await question('Answered?')
  await question('New?')
  const { id } = (await find('answered')).rows[0]!
  const device = new Device(learner)
  const [card] = await studyCards(learner.id, [id])
  await device.send([await device.answer(card!, 4, NOON - 40 * DAY_MS)], NOON - 40 * DAY_MS)
  expect(await fronts('is:due')).toEqual(['Answered?'])
  expect(await fronts('is:review')).toEqual(['Answered?'])
  expect(await fronts('is:new')).toEqual(['New?'])
  expect(await fronts('-is:new')).toEqual(['Answered?'])
  expect(await fronts('prop:due<0 prop:reps=1 prop:stability>1 prop:lapses<1')).toEqual(['Answered?'])
  expect(await fronts('prop:due<=0')).toEqual(['Answered?'])
  // A new card has no stability: it is neither above nor below, and so not above.
  expect(await fronts('-prop:stability>1')).toEqual(['New?'])
  await suspendCards(learner, NOON, { ids: [id] }, true)
  expect(await fronts('is:suspended')).toEqual(['Answered?'])
  expect(await fronts('is:due')).toEqual([])
  await database().card.updateMany({ where: { userId: learner.id, id }, data: { lapses: 8, flag: 2, marked: true } })
  for (const query of ['is:leech', 'is:flagged', 'is:marked', 'is:leech is:marked']) expect(await fronts(query)).toEqual(['Answered?'])
  const { states } = await getNarrowings(learner, NOON)
  expect(Object.fromEntries(states.map(({ state, cards }) => [state, cards]))).toMatchObject({ new: 1, due: 0, suspended: 1, leech: 1 })
})

test('in every order, the pages from their marks are the whole list, each card once', async () => {
  const gathered = await gatherDay(learner, NOON)
  expect(gathered.queue.main).toEqual([])
  const texts = Array.from({ length: 230 }, (_, index) => `Number ${(index * 37) % 230}?`)
  // Many in one instant, as an import leaves them.
  for (const [index, front] of texts.entries()) await question(front, 'x', {}, NOON - Math.floor(index / 80))
  const cards = await studyCards(
    learner.id,
    (await database().card.findMany({ where: { userId: learner.id, deckId }, select: { id: true } })).map(({ id }) => id as CardId),
  )
  const device = new Device(learner)
  const answers = await Promise.all(
    cards.slice(0, 150).map((card, index) => device.answer(card, index % 3 === 0 ? 1 : 3, NOON + index * 1_000)),
  )
  await device.send(answers, NOON + 200_000)
  for (const by of ORDERS) {
    for (const down of [false, true]) {
      const rows = await wholeList('number', { by, down })
      expect(new Set(rows.map(({ id }) => id)).size, by).toBe(230)
      expect(rows, by).toHaveLength(230)
      const opposite = await wholeList('number', { by, down: !down })
      expect(opposite.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toReversed())
    }
  }
  const byText = (await wholeList('', parseSort('text'))).map(({ front }) => front)
  expect(byText).toEqual(texts.toSorted())
  const first = await find('', parseSort('-created'))
  expect(first).toMatchObject({ total: 230, all: 230 })
  expect(first.marks).toHaveLength(3)
  expect(first.rows).toHaveLength(100)
}, 60_000)

test('what was edited is found by what it says now', async () => {
  const id = await question('Before?')
  expect(await fronts('before')).toHaveLength(1)
  await saveNote(learner.id, NOON + 1, id, { kind: 'both', fields: { front: 'After?', back: 'Behind' }, tags: [], deckId, version: 1 })
  expect(await fronts('before')).toEqual([])
  expect(await fronts('after')).toEqual(['After?', 'Behind'])
})

test('a shipped deck is found, too, and what was brought along', async () => {
  const guest = await newLearner()
  expect((await find('oligodendrocyte', USUAL_SORT, guest)).total).toBeGreaterThan(0)
  await newDeck('Own', null, guest)
  const account = await newLearner()
  await database().user.update({ where: { id: guest.id }, data: { guest: true } })
  await bringAlong(guest.id, account.id)
  expect((await find('oligodendrocyte', USUAL_SORT, account)).rows[0]?.front).not.toBe('')
})

test('tags make a tree in which each card counts once', async () => {
  await question('One?', 'x', { tags: ['a::b', 'a::c', 'z'] })
  await question('Two?', 'x', { tags: ['a::b'] })
  expect((await getNarrowings(learner, NOON)).tags.map(({ tag, level, cards }) => `${level} ${tag} ${cards}`)).toEqual([
    '1 a 2',
    '2 a::b 2',
    '2 a::c 1',
    '1 z 1',
  ])
})

test('nobody finds what is another’s', async () => {
  await question('Mine?', 'x', { tags: ['secret'] })
  await find('')
  const other = await newLearner()
  for (const query of ['mine', 'tag:secret', '']) {
    const { rows } = await find(query, USUAL_SORT, other)
    expect(rows.filter(({ front }) => front === 'Mine?')).toEqual([])
  }
  expect((await findCards(other, NOON, { query: 'deck:"Ward round"', sort: USUAL_SORT })).ok).toBe(false)
  expect((await getNarrowings(other, NOON)).tags).toEqual([])
})

test('of a learner whose many notes came just now, too, each page is read by its key', async () => {
  const many = 20_000
  await database().$executeRaw`ANALYZE`
  const { id: userId } = learner
  await database().$executeRaw`
    INSERT INTO "Note" ("userId", id, kind, fields, "createdAt", "updatedAt")
    SELECT ${userId}::uuid, md5(${userId} || n)::uuid, 'question', jsonb_build_object('front', 'Number ' || n || '?', 'back', 'x'), ${new Date(NOON)}, ${new Date(NOON)}
    FROM generate_series(1, ${many}::int) AS n`
  await database().$executeRaw`
    INSERT INTO "Card" ("userId", id, "noteId", "deckId", key, kind, "factIds", place, position, "createdAt")
    SELECT ${userId}::uuid, md5('card' || ${userId} || n)::uuid, md5(${userId} || n)::uuid, ${deckId}::uuid, 'front', 'question', '{}', n, n, ${new Date(NOON)}
    FROM generate_series(1, ${many}::int) AS n`
  const sort = parseSort('created')
  const { total, marks } = await find('', sort)
  expect(total).toBe(many)
  const began = performance.now()
  const rows = await findPage(learner, NOON, { query: '', sort }, marks[120]!)
  expect(rows[0]?.front).toBe('Number 12001?')
  // Without the planner's knowing of them, each look-up of a note or card reads all twenty thousand: that takes minutes.
  expect(performance.now() - began).toBeLessThan(2_000)
}, 60_000)
