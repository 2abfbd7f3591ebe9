import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '#lib/core/day-civil.ts'
import type { UserId } from '#lib/core/ids.ts'
import { Outbox } from './outbox.ts'
import { openStore, type Store } from './store.ts'
import { ANNA, BEN, freshStore, marks } from './testing.ts'

const RUNS = Number(process.env.PROOF_RUNS ?? 40)

let store: Store
beforeEach(async () => {
  store = await freshStore()
})

test('events wait in the order in which they were made, and the count goes on after a reload', async () => {
  const before = new Outbox(store, ANNA)
  const first = await before.add(marks(2))
  store.close()
  const after = new Outbox(await openStore(), ANNA)
  const second = await after.add(marks(1))
  expect([...first, ...second].map((event) => event.seq)).toEqual([1, 2, 3])
  expect(await after.waiting(10)).toEqual([...first, ...second])
  expect(new Set([...first, ...second].map((event) => event.device)).size).toBe(1)
})

test('two tabs never give out one number twice', async () => {
  const tabs = [new Outbox(store, ANNA), new Outbox(await openStore(), ANNA)]
  await Promise.all(Array.from({ length: 20 }, (_, index) => tabs[index % 2]!.add(marks(1))))
  const seqs = (await tabs[0]!.waiting(100)).map((event) => event.seq)
  expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('two learners of one browser are two devices, each with a count of its own', async () => {
  const [annas] = await new Outbox(store, ANNA).add(marks(1))
  const [bens] = await new Outbox(store, BEN).add(marks(1))
  expect(annas?.device).not.toBe(bens?.device)
  expect([annas?.seq, bens?.seq]).toEqual([1, 1])
})

test('what could not be made whole is not kept in part', async () => {
  const outbox = new Outbox(store, ANNA)
  const twice = outbox.add((origin) => {
    const [event] = marks(1)(origin)
    return [event!, event!]
  })
  await expect(twice).rejects.toThrow()
  expect(await outbox.countWaiting()).toBe(0)
  const [next] = await outbox.add(marks(1))
  expect(next?.seq).toBe(1)
})

test('what was saved lately is told by learner, and from the moment on that it was settled', async () => {
  const [event] = await new Outbox(store, ANNA).add(marks(1))
  await new Outbox(store, ANNA).settle([{ id: event!.id, status: 'saved' }], 5_000)
  expect(await new Outbox(store, ANNA).savedSince(5_000)).toBe(true)
  expect(await new Outbox(store, ANNA).savedSince(5_001)).toBe(false)
  expect(await new Outbox(store, BEN).savedSince(0)).toBe(false)
})

test('an answer settles what it names and nothing else; a refusal is kept until it was seen', async () => {
  const outbox = new Outbox(store, ANNA)
  const [saved, refused, silent] = await outbox.add(marks(3))
  await outbox.settle(
    [
      { id: saved!.id, status: 'saved' },
      { id: refused!.id, status: 'unknown-card' },
    ],
    5_000,
  )
  expect(await outbox.waiting(10)).toEqual([silent])
  expect(await outbox.refused()).toEqual([{ event: refused, refusal: 'unknown-card' }])
  await outbox.dismissRefused(6_000)
  expect(await outbox.refused()).toEqual([])
  expect(await outbox.countWaiting()).toBe(1)
})

test('settled events go after thirty days; waiting and refused ones never do', async () => {
  const outbox = new Outbox(store, ANNA)
  const [saved, fresh, refused] = await outbox.add(marks(4))
  await outbox.settle(
    [
      { id: saved!.id, status: 'saved' },
      { id: refused!.id, status: 'malformed' },
    ],
    0,
  )
  await outbox.settle([{ id: fresh!.id, status: 'saved' }], DAY_MS)
  await outbox.prune(30 * DAY_MS)
  const kept = (await store.getAll('events')).map((row) => row.seq).sort()
  expect(kept).toEqual([2, 3, 4])
})

/** Learners take turns at one browser; whatever is read to be sent under a session must have been made under it. */
async function neverLandsUnderAnother(make: (store: Store, learner: UserId) => Outbox) {
  const turns = fc.array(fc.record({ learner: fc.constantFrom(ANNA, BEN), made: fc.nat(3), sends: fc.boolean() }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(turns, async (sitting) => {
      const browser = await freshStore()
      const owner = new Map<string, UserId>()
      for (const { learner, made, sends } of sitting) {
        const outbox = make(browser, learner)
        for (const event of await outbox.add(marks(made))) owner.set(event.id, learner)
        const sent = sends ? await outbox.waiting(500) : []
        for (const event of sent) expect(owner.get(event.id)).toBe(learner)
        await outbox.settle(
          sent.map(({ id }) => ({ id, status: 'saved' })),
          1,
        )
      }
    }),
    { numRuns: RUNS },
  )
}

test("law: one learner's outbox never lands under another", async () => {
  await expect(neverLandsUnderAnother((browser, learner) => new Outbox(browser, learner))).resolves.toBeUndefined()
})

/** The control: it forgets whose events it holds. */
class ForgetfulOutbox extends Outbox {
  override async waiting() {
    return (await store.getAll('events')).filter((row) => row.standing === 'waiting').map((row) => row.event)
  }
}

test('control: an outbox that forgets whose events it holds breaks the law', async () => {
  const forgetful = (browser: Store, learner: UserId) => {
    store = browser
    return new ForgetfulOutbox(browser, learner)
  }
  await expect(neverLandsUnderAnother(forgetful)).rejects.toThrow('Property failed')
})
