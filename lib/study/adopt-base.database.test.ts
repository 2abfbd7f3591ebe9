// A deck is corrected and grows while learners learn it: none of them may lose a card, a day or an edit of their own.

import { readFile } from 'node:fs/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { inTransaction, database } from '#lib/db/client.ts'
import { adoptBase } from './adopt-base.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { seedBases } from './seed-bases.ts'
import { Device, newLearner, NOON } from './testing.ts'

const FILE = 'decks/pml/facts.yaml'
let shipped: string

const ship = (text: string) => seedBases([{ file: FILE, text }], NOON)
const adopt = (learner: Learner) => inTransaction((tx) => adoptBase(tx, learner.id, 'pml', NOON + DAY_MS))

/** A learner's cards with their schedules, by id: all that a new version must leave alone. */
async function schedules(learner: Learner) {
  const rows = await database().card.findMany({
    where: { userId: learner.id },
    select: {
      id: true,
      noteId: true,
      key: true,
      phase: true,
      step: true,
      dueDay: true,
      dueAt: true,
      stability: true,
      reps: true,
      head: true,
    },
    orderBy: { id: 'asc' },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

const fieldsOf = async (learner: Learner) => {
  const notes = await database().note.findMany({ where: { userId: learner.id }, select: { id: true, fields: true } })
  return new Map(notes.map((note) => [note.id, note.fields as Record<string, string>]))
}

/** A learner who has answered a few cards of the shipped deck. */
async function begun(): Promise<Learner> {
  const learner = await newLearner()
  const device = new Device(learner)
  const { queue } = await gatherDay(learner, NOON)
  const answers = await Promise.all(queue.main.slice(0, 6).map((card, index) => device.answer(card, index % 2 === 0 ? 3 : 4, NOON + index)))
  await device.send(answers, NOON + 10)
  return learner
}

beforeAll(async () => {
  shipped = await readFile(FILE, 'utf8')
})
beforeEach(() => ship(shipped))

test('shipping the same facts again makes no new version', async () => {
  await ship(shipped)
  expect(await database().baseVersion.count({ where: { baseId: 'pml' } })).toBe(1)
})

test('a typo that is mended keeps the mended card, and every schedule', async () => {
  const typo = shipped.replace('text: multiple sclerosis', 'text: multiple sclerossis')
  expect(typo).not.toBe(shipped)
  await ship(typo)
  const learner = await begun()
  const before = await schedules(learner)
  const written = await fieldsOf(learner)
  await ship(shipped)
  await adopt(learner)
  expect(await schedules(learner)).toEqual(before)
  const mended = await fieldsOf(learner)
  expect(JSON.stringify([...written])).toContain('sclerossis')
  expect(JSON.stringify([...mended])).not.toContain('sclerossis')
  expect([...mended.keys()].toSorted()).toEqual([...written.keys()].toSorted())
})

test('facts in another order are the same cards', async () => {
  const learner = await begun()
  const before = await schedules(learner)
  const [head = '', ...facts] = shipped.split(/(?=^ {2}- id: ")/m)
  await ship(head + facts.toReversed().join(''))
  await adopt(learner)
  expect(await schedules(learner)).toEqual(before)
  expect(await database().baseVersion.count({ where: { baseId: 'pml' } })).toBeGreaterThan(1)
})

test('a new item of a list adds its own card and no other', async () => {
  const learner = await begun()
  const before = await schedules(learner)
  const longer = shipped
    .replace('items: [hiv, lymphoreticular-malignancy,', 'items: [hiv, tarsal-fever, lymphoreticular-malignancy,')
    .replace('\n  hiv: {', '\n  tarsal-fever: { text: tarsal fever, kind: infection }\n  hiv: {')
  await ship(longer)
  await adopt(learner)
  const after = await schedules(learner)
  const added = [...after.values()].filter(({ id }) => !before.has(id))
  expect(added.map(({ key, phase, reps }) => ({ key, phase, reps }))).toEqual([{ key: 'item:tarsal-fever', phase: 'new', reps: 0 }])
  for (const [id, schedule] of before) expect(after.get(id)).toEqual(schedule)
})

test('a field that the learner edited keeps the edit, and the others of its note are mended', async () => {
  await ship(shipped.replace('text: multiple sclerosis', 'text: multiple sclerossis'))
  const learner = await newLearner()
  const [id, fields] = [...(await fieldsOf(learner))].find(([, own]) => own['against.back'] === 'Multiple sclerossis') ?? []
  if (!id || !fields) throw new Error('The deck asks what natalizumab is given for.')
  await database().note.update({
    where: { userId_id: { userId: learner.id, id } },
    data: { fields: { ...fields, 'against.front': 'What is natalizumab for?' } },
  })
  await ship(shipped)
  await adopt(learner)
  await adopt(learner)
  expect((await fieldsOf(learner)).get(id)).toMatchObject({
    'against.front': 'What is natalizumab for?',
    'against.back': 'Multiple sclerosis',
  })
})

test('a base that is wrong is refused whole', async () => {
  const before = await database().baseVersion.count()
  await expect(ship(shipped.replace('cause: jc-virus', 'cause: nobody'))).rejects.toThrow(/facts\.yaml:\d+: .*nobody/)
  expect(await database().baseVersion.count()).toBe(before)
})

test('an item that a list loses leaves its card readable, with its schedule', async () => {
  const longer = shipped
    .replace('items: [hiv, lymphoreticular-malignancy,', 'items: [hiv, tarsal-fever, lymphoreticular-malignancy,')
    .replace('\n  hiv: {', '\n  tarsal-fever: { text: tarsal fever, kind: infection }\n  hiv: {')
  await ship(longer)
  const learner = await begun()
  const before = await schedules(learner)
  await ship(shipped)
  await adopt(learner)
  expect(await schedules(learner)).toEqual(before)
  const texts = [...(await fieldsOf(learner)).values()].flatMap((fields) => fields['item:tarsal-fever.front'] ?? [])
  expect(texts).toEqual([expect.stringContaining('{{c1::tarsal')])
})
