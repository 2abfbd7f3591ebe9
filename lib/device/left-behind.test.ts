import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { discardWaiting, waitingOfAll } from './left-behind.ts'
import { Outbox } from './outbox.ts'
import { ANNA, BEN, freshStore, marks } from './testing.ts'

test('finds what waits for every learner of the browser, and only what waits', async () => {
  const store = await freshStore()
  expect(await waitingOfAll(store)).toEqual([])
  const annas = await new Outbox(store, ANNA).add(marks(2))
  const [bens] = await new Outbox(store, BEN).add(marks(1))
  await new Outbox(store, BEN).settle([{ id: bens!.id, status: 'saved' }], 0)
  expect(await waitingOfAll(store)).toEqual([{ learner: ANNA, events: annas }])
})

test('discards what waits for one learner, and nothing else', async () => {
  const store = await freshStore()
  const [saved] = await new Outbox(store, ANNA).add(marks(3))
  await new Outbox(store, ANNA).settle([{ id: saved!.id, status: 'saved' }], 7)
  const bens = await new Outbox(store, BEN).add(marks(2))
  await discardWaiting(store, ANNA)
  expect(await waitingOfAll(store)).toEqual([{ learner: BEN, events: bens }])
  expect(await new Outbox(store, ANNA).savedSince(0)).toBe(true)
  const [next] = await new Outbox(store, ANNA).add(marks(1))
  expect(next?.seq).toBe(4)
})
