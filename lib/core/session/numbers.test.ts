import { expect, test } from 'vitest'
import { readNumbers } from './numbers.ts'

test.each<[string, number, (number | null)[], { last: number; others: boolean }]>([
  ['the next ones', 5, [6, 7], { last: 7, others: false }],
  ['in any order', 5, [7, 6], { last: 7, others: false }],
  ['the first of all', 0, [1], { last: 1, others: false }],
  ['nothing new: a batch sent again', 5, [4, 5], { last: 5, others: false }],
  ['refused ones, which have no number', 5, [null, 6, null], { last: 6, others: false }],
  ['nothing at all', 5, [], { last: 5, others: false }],
  ['another device came between', 5, [7], { last: 7, others: true }],
  ['another device came between two of a batch whose first half had been lost', 5, [6, 8], { last: 8, others: true }],
])('%s', (_, known, cursors, numbers) => {
  expect(
    readNumbers(
      known,
      cursors.map((cursor) => ({ cursor })),
    ),
  ).toEqual(numbers)
})
