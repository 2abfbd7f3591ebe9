import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Draft } from './drafts.ts'
import { ANNA, BEN, freshStore } from './testing.ts'

test('a draft is taken up again at its place, by its learner alone', async () => {
  const store = await freshStore()
  const first = await Draft.open(store, ANNA, 'new:deck', 0)
  expect(first.found).toBeNull()
  await first.keep({ front: 'Q' }, 1)
  first.close()
  expect((await Draft.open(store, BEN, 'new:deck', 2)).found).toBeNull()
  expect((await Draft.open(store, ANNA, 'new:other', 2)).found).toBeNull()
  expect((await Draft.open(store, ANNA, 'new:deck', 2)).found).toEqual({ front: 'Q' })
})

test('what was saved leaves no draft, and one of long ago is let go', async () => {
  const store = await freshStore()
  const draft = await Draft.open(store, ANNA, 'note:n', 0)
  await draft.keep('text', 1)
  await draft.clear()
  expect((await Draft.open(store, ANNA, 'note:n', 2)).found).toBeNull()
  await draft.keep('text', 1)
  expect((await Draft.open(store, ANNA, 'note:n', 100 * 86_400_000)).found).toBeNull()
})
