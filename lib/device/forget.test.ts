import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { forgetLearner } from './forget.ts'
import { Outbox } from './outbox.ts'
import { ANNA, BEN, freshStore, marks } from './testing.ts'

test('a learner is forgotten whole, and the other learners of the browser are not', async () => {
  const store = await freshStore()
  const [annas, bens] = [new Outbox(store, ANNA), new Outbox(store, BEN)]
  const [sent] = await annas.add(marks(3))
  await annas.settle([{ id: sent!.id, status: 'saved' }], 1)
  const kept = await bens.add(marks(2))
  for (const learner of [ANNA, BEN]) await store.put('drafts', { learner, id: 'draft', place: 'new:deck', savedAt: 1, draft: {} })
  await forgetLearner(store, ANNA)
  expect(await store.getAllKeys('devices')).toEqual([BEN])
  expect((await store.getAll('drafts')).map(({ learner }) => learner)).toEqual([BEN])
  expect((await store.getAll('events')).map(({ learner }) => learner)).toEqual([BEN, BEN])
  expect(await bens.waiting()).toEqual(kept)
})
