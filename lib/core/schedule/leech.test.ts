import { expect, test } from 'vitest'
import { makesLeech } from './leech.ts'

test.each([
  [8, [8, 12, 16, 20]],
  [3, [3, 5, 7, 9]],
  [1, [1, 2, 3, 4]],
  [0, []],
])('with a threshold of %i the leeches begin at %j', (threshold, leeches) => {
  const all = Array.from({ length: 25 }, (_, lapses) => lapses).filter((lapses) => makesLeech(lapses, threshold))
  expect(all.slice(0, 4)).toEqual(leeches)
})
