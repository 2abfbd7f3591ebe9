import { expect, test } from 'vitest'
import { learnerOfTab, sittingStart } from './sitting-start.ts'
import { ANNA, BEN } from './testing.ts'

const MINUTE = 60_000

function storageWith(text: string | null, full = false): Storage {
  let kept = text
  return {
    length: 0,
    clear() {},
    key: () => null,
    removeItem() {},
    getItem: () => kept,
    setItem(_key, value) {
      if (full) throw new Error('QuotaExceededError')
      kept = value
    },
  }
}

test('a sitting goes on over reloads, and ends with a pause of half an hour', () => {
  const storage = storageWith(null)
  expect(sittingStart(storage, ANNA, 0)).toBe(0)
  expect(sittingStart(storage, ANNA, 29 * MINUTE)).toBe(0)
  expect(sittingStart(storage, ANNA, 58 * MINUTE)).toBe(0)
  expect(sittingStart(storage, ANNA, 88 * MINUTE)).toBe(88 * MINUTE)
})

test.each([
  { what: "another learner's", text: JSON.stringify({ learner: BEN, since: 1, last: 9 }) },
  { what: 'one from the future, by a clock that was set back', text: JSON.stringify({ learner: ANNA, since: 1, last: 11 }) },
  { what: 'one of another shape', text: '{"learner": "anna"}' },
  { what: 'no JSON', text: '{' },
])('$what sitting is none of this learner', ({ text }) => {
  expect(sittingStart(storageWith(text), ANNA, 10)).toBe(10)
})

test('a storage that refuses costs nothing else', () => {
  expect(sittingStart(storageWith(null, true), ANNA, 10)).toBe(10)
})

test('a tab knows whose sitting it last held', () => {
  const storage = storageWith(null)
  expect(learnerOfTab(storage)).toBeNull()
  sittingStart(storage, ANNA, 0)
  sittingStart(storage, BEN, 1)
  expect(learnerOfTab(storage)).toBe(BEN)
})
