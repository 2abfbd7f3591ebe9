import { expect, test } from 'vitest'
import type { EventId } from './ids.ts'
import { compareEvents, stampAt } from './stamp.ts'

const alone = { previousAt: null, standsOnAt: null }

test.each([
  ['a right clock', { claimedAt: 1000, sentAt: 5000, receivedAt: 5000, ...alone }, 1000],
  ['a clock an hour ahead', { claimedAt: 3_601_000, sentAt: 3_605_000, receivedAt: 5000, ...alone }, 1000],
  ['a clock ten years behind', { claimedAt: -315_360_000_000, sentAt: -315_359_996_000, receivedAt: 5000, ...alone }, 1000],
  ['a clock that was put back before sending: never the future', { claimedAt: 9000, sentAt: 2000, receivedAt: 5000, ...alone }, 5000],
  ['not before what the device did earlier', { claimedAt: 1000, sentAt: 5000, receivedAt: 5000, previousAt: 3000, standsOnAt: null }, 3001],
  ['not before what it stands on', { claimedAt: 1000, sentAt: 5000, receivedAt: 5000, previousAt: null, standsOnAt: 4000 }, 4001],
  ['the latest of all', { claimedAt: 1000, sentAt: 5000, receivedAt: 5000, previousAt: 4000, standsOnAt: 3000 }, 4001],
])('%s', (_, input, at) => expect(stampAt(input)).toBe(at))

test.each([
  [1, 'a', 2, 'a', -1],
  [2, 'a', 1, 'b', 1],
  [1, 'a', 1, 'b', -1],
  [1, 'b', 1, 'a', 1],
  [1, 'a', 1, 'a', 0],
])('(%i, %s) to (%i, %s)', (at, id, otherAt, otherId, order) => {
  expect(Math.sign(compareEvents({ at, id: id as EventId }, { at: otherAt, id: otherId as EventId }))).toBe(order)
})
