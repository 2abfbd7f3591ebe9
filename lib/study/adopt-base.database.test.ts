// A deck is corrected and grows while learners learn it: none of them may lose a card, a day or an edit of their own.

import { readFile } from 'node:fs/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cardIdOf, noteIdOf } from '#lib/core/derived-id.ts'
import { factsOf, parsed } from '#lib/core/generate/fixtures/bases.ts'
import { generateBase } from '#lib/core/generate/generate.ts'
import { shipBase } from '#lib/db/bases.ts'
import { inTransaction, database } from '#lib/db/client.ts'
import { adoptBase } from './adopt-base.ts'
import { contentsOfCards } from './card-content.ts'
import { gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'
import { seedBases } from './seed-bases.ts'
import { DAY_MS, Device, newLearner, NOON } from './testing.ts'

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
  const { head, facts, combinations } = factsOf(shipped)
  await ship(head + facts.toReversed().join('') + combinations)
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

/** The deck as it was before questions had a second wording, answers an explanation, and facts were combined. */
function plain(text: string) {
  const { head, facts } = factsOf(text)
  const content = generateBase(parsed(head + facts.join('')))
  const notes = content.notes.map((note) => ({
    ...note,
    waitsFor: [],
    cards: note.cards.map((card) => ({ ...card, fronts: card.fronts.slice(0, 1), why: null })),
  }))
  return { ...content, notes }
}

test('wordings, explanations and combinations come to a learnt deck without touching what was learnt', async () => {
  await shipBase(plain(shipped), 'plain', NOON)
  const learner = await begun()
  const before = await schedules(learner)
  const [edited] = [...(await fieldsOf(learner))].find(([, fields]) => 'outlook.front' in fields) ?? []
  if (edited === undefined) throw new Error('The deck asks for the prognosis.')
  await database().note.update({
    where: { userId_id: { userId: learner.id, id: edited } },
    data: {
      fields: { 'outlook.front': 'Mine?', 'outlook.back': 'It remains poor.', 'outlook:gap.front': 'x', 'outlook:gap.back': 'poor' },
    },
  })

  await ship(shipped)
  await adopt(learner)
  const after = await schedules(learner)
  for (const [id, schedule] of before) expect(after.get(id)).toEqual(schedule)
  const added = [...after.values()].filter(({ id }) => !before.has(id))
  expect(added.length).toBeGreaterThan(0)
  expect(added.every(({ phase, reps }) => phase === 'new' && reps === 0)).toBe(true)
  expect((await fieldsOf(learner)).get(edited)).toMatchObject({
    'outlook.front': 'Mine?',
    'outlook.front.2': 'Which outlook does PML have?',
  })

  const treatment = cardIdOf(noteIdOf('pml', ['25'], 'treatment'), 'treatment')
  const content = (await contentsOfCards(learner.id, [treatment])).get(treatment)
  expect(content?.fronts).toHaveLength(2)
  expect(content?.why?.html).toContain('immune reconstitution')
  expect(content?.facts.map(({ id }) => id)).toEqual(['24', '25'])
})

test('a wording that the base withdraws goes, but not one that the learner wrote', async () => {
  const learner = await newLearner()
  const [id, fields] = [...(await fieldsOf(learner))].find(([, own]) => 'outlook.front.2' in own) ?? []
  if (!id || !fields) throw new Error('The deck asks for the prognosis in two wordings.')
  const [other, others] = [...(await fieldsOf(learner))].find(([, own]) => 'aim.front.2' in own) ?? []
  await database().note.update({
    where: { userId_id: { userId: learner.id, id: other ?? '' } },
    data: { fields: { ...others, 'aim.front.2': 'Mine?' } },
  })
  await shipBase(plain(shipped), 'plain', NOON)
  await adopt(learner)
  const after = await fieldsOf(learner)
  expect(Object.keys(after.get(id) ?? {})).not.toContain('outlook.front.2')
  expect(after.get(other ?? '')).toMatchObject({ 'aim.front.2': 'Mine?' })
})
