// Any number of devices, offline and on, with wrong clocks and a bad network, answer, undo, bury, suspend, edit and delete: once
// all has arrived, nothing is lost, every device shows the same, and it is what a fold from nothing gives.

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { left } from '#lib/core/session/view.ts'
import { database } from '#lib/db/client.ts'
import { DAY_MS } from '#lib/core/day-civil.ts'
import { daysTwice, differing, seedShippedBases } from '#lib/study/testing.ts'
import { type Browser, type Fault, World } from './devices.model.ts'

const RUNS = Number(process.env['PROOF_RUNS'] ?? 6)

beforeAll(async () => {
  // A browser tries again by itself; here it does when a step says so. fake-indexeddb runs on setImmediate, which stays real.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await seedShippedBases()
})
afterAll(() => {
  vi.useRealTimers()
})

type Step =
  | { do: 'answer'; on: number; rating: 1 | 2 | 3 | 4 }
  | { do: 'undo' | 'bury' | 'suspend' | 'reload' | 'look'; on: number }
  | { do: 'online'; on: number; online: boolean }
  | { do: 'clock'; on: number; skewMs: number }
  | { do: 'flush'; on: number; fault: Fault }
  | { do: 'edit'; on: number; note: number }
  | { do: 'delete'; note: number }
  | { do: 'put back' | 'deliver' }
  | { do: 'options'; retention: number }
  | { do: 'wait'; ms: number }

const on = fc.nat(3)
const note = fc.nat(3)
const named = <Name extends string>(name: Name) => fc.constant(name)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ do: named('answer'), on, rating: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 3, 4) }) },
  { weight: 4, arbitrary: fc.record({ do: named('undo'), on }) },
  { weight: 1, arbitrary: fc.record({ do: named('bury'), on }) },
  { weight: 1, arbitrary: fc.record({ do: named('suspend'), on }) },
  { weight: 2, arbitrary: fc.record({ do: named('reload'), on }) },
  { weight: 1, arbitrary: fc.record({ do: named('look'), on }) },
  { weight: 3, arbitrary: fc.record({ do: named('online'), on, online: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: named('clock'), on, skewMs: fc.integer({ min: -40 * DAY_MS, max: 40 * DAY_MS }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: named('flush'),
      on,
      fault: fc.constantFrom<Fault>('none', 'none', 'request lost', 'answer lost', 'delivered twice', 'delivered again later'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: named('edit'), on, note }) },
  { weight: 1, arbitrary: fc.record({ do: named('delete'), note }) },
  { weight: 1, arbitrary: fc.record({ do: named('put back') }) },
  { weight: 1, arbitrary: fc.record({ do: named('deliver') }) },
  { weight: 1, arbitrary: fc.record({ do: named('options'), retention: fc.constantFrom(0.8, 0.9, 0.95) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: named('wait'),
      ms: fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 12 * DAY_MS })),
    }),
  },
)

async function take(world: World, given: Step): Promise<void> {
  const browser = world.browsers[('on' in given ? given.on : 0) % world.browsers.length]
  const noteId = world.notes['note' in given ? given.note : 0]
  if (!browser || !noteId) throw new Error('There are browsers and notes.')
  switch (given.do) {
    case 'answer':
      return browser.answer(given.rating)
    case 'undo':
      return browser.sitting.undo()
    case 'bury':
    case 'suspend':
      return browser.sitting.mark(given.do)
    case 'reload':
      return browser.reload()
    case 'look':
      return browser.sitting.refresh()
    case 'online':
      browser.online = given.online
      return
    case 'clock':
      browser.skewMs = given.skewMs
      return
    case 'flush':
      browser.fault = given.fault
      await browser.flush()
      browser.fault = 'none'
      return
    case 'edit':
      return browser.edit(noteId, `Asked at ${world.now}?`)
    case 'delete':
      return world.deleteNote(noteId)
    case 'put back':
      return world.undoDeletion()
    case 'deliver':
      return world.deliverStray()
    case 'options':
      return world.chooseOptions(given.retention)
    case 'wait':
      world.now += given.ms
      return
    default:
      return given satisfies never
  }
}

/** Every device comes back and sends what waits, in this order; what strayed arrives as well. */
async function comeBack(world: World, order: readonly Browser[]): Promise<void> {
  for (const browser of order) {
    browser.online = true
    await browser.flush()
    await world.deliverStray()
  }
  for (const browser of order) await browser.flush()
}

async function expectNothingLost(world: World): Promise<void> {
  const kept = (await Promise.all(world.browsers.map((browser) => browser.kept()))).flat()
  expect(kept.filter(({ standing }) => standing !== 'saved')).toEqual([])
  const stored = await database().event.findMany({ where: { userId: world.learner.id }, select: { id: true } })
  expect(stored.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
}

/** What a page of a sitting shows of the learner's day, in the order of nothing but the ids. */
function shownBy({ sitting }: Browser) {
  const { session, contents } = sitting.getView()
  const cards = session.queue.flatMap((id) => session.cards[id] ?? [])
  const texts = Object.fromEntries(cards.map(({ id }) => [id, contents.get(id)?.fronts]))
  return { left: left(session), cards: new Map(cards.map((card) => [card.id, card])), texts, acts: session.acts, answers: session.answers }
}

async function expectAgreement(world: World): Promise<void> {
  const cards = await world.cardIds()
  expect(
    await differing(
      world.learner.id,
      cards.map((id) => ({ id })),
    ),
  ).toEqual([])
  const { kept, again } = await daysTwice(world.learner)
  expect(kept).toEqual(again)
  for (const browser of world.browsers) {
    await browser.sitting.refresh()
    await browser.settle()
  }
  const open = world.browsers.map(shownBy)
  for (const browser of world.browsers) await browser.reload()
  const [first, ...others] = world.browsers.map(shownBy)
  expect(others).toEqual(others.map(() => first))
  // The pages that stayed open say what a page says that is loaded anew.
  expect(open).toEqual(open.map(() => first))
}

async function play(devices: number, steps: readonly Step[], order: readonly number[]): Promise<World> {
  const world = await World.begin(devices)
  for (const given of steps) {
    await take(world, given)
    for (const browser of world.browsers) await browser.settle()
  }
  await comeBack(
    world,
    world.browsers.toSorted((a, b) => (order[world.browsers.indexOf(a)] ?? 0) - (order[world.browsers.indexOf(b)] ?? 0)),
  )
  return world
}

test(
  'devices that did anything, in any order, over any network, agree',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 4 }),
        fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        async (devices, steps, order) => {
          const world = await play(devices, steps, order)
          await expectNothingLost(world)
          await expectAgreement(world)
        },
      ),
      { numRuns: RUNS },
    )
  },
  60_000 + 20_000 * RUNS,
)

/** Two devices with one queue: the first answered two of its cards, and the server has them. */
async function ahead() {
  const world = await World.begin(2)
  const [ahead, behind] = world.browsers
  if (!ahead || !behind) throw new Error('There are two browsers.')
  await ahead.answer(4)
  await ahead.answer(4)
  await ahead.flush()
  world.now += 60_000
  return { world, ahead, behind }
}

test('a page that stayed open hears with its next answer what another device did', async () => {
  const { ahead: other, behind, world } = await ahead()
  expect(shownBy(behind)).not.toEqual(shownBy(other))
  await behind.answer(3)
  await behind.flush()
  const open = shownBy(behind)
  expect(open.answers.map(({ rating }) => rating)).toEqual([4, 4, 3])
  await behind.reload()
  expect(open).toEqual(shownBy(behind))
  await expectNothingLost(world)
})

test('an answer that only a device had would be missed', async () => {
  const { world, behind } = await ahead()
  await behind.answer(3)
  const waiting = await behind.outbox.waiting()
  await behind.outbox.settle(
    waiting.map(({ id }) => ({ id, status: 'saved' })),
    world.now,
  )
  await expect(expectNothingLost(world)).rejects.toThrow(/toEqual|deeply equal/i)
})

test('a page that took no notice of another device would be noticed', async () => {
  const { world, behind } = await ahead()
  Object.defineProperty(behind.sitting, 'refresh', { value: async () => {} })
  await expect(expectAgreement(world)).rejects.toThrow(/toEqual|deeply equal/i)
})
