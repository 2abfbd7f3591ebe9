import { expect, test } from 'vitest'
import { hardMs } from './steps.ts'

test.each([
  [[60, 600], 0, 330],
  [[60, 600], 1, 600],
  [[600], 0, 900],
  [[86_400], 0, 2 * 86_400],
  [[43_200, 172_800], 0, 86_400],
  [[], 0, null],
])('Hard with steps of %j s at %i waits %s s', (steps, index, expected) => {
  const wait = hardMs(
    steps.map((seconds) => seconds * 1000),
    index,
  )
  expect(wait === null ? null : wait / 1000).toBe(expected)
})
