import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/core/day-civil.ts'
import { throttle } from './rate.ts'

test('lets so many through in an hour, and again in the next', () => {
  const { allow } = throttle(2)
  expect([allow('a', 0), allow('a', 1), allow('a', 2)]).toEqual([true, true, false])
  expect(allow('a', HOUR_MS - 1)).toBe(false)
  expect(allow('a', HOUR_MS)).toBe(true)
})

test('counts each key by itself', () => {
  const { allow } = throttle(1)
  expect([allow('a', 0), allow('b', 0), allow('a', 0)]).toEqual([true, true, false])
})

test('a limit of none lets nothing through', () => {
  expect(throttle(0).allow('a', 0)).toBe(false)
})

test('ten thousand other keys push out the quietest, not the one that keeps trying', () => {
  const { allow } = throttle(1)
  allow('busy', 0)
  const letThrough = Array.from({ length: 20_000 }, (_, i) => {
    allow(`key ${i}`, 1)
    return i % 1000 === 0 && allow('busy', 1)
  })
  expect(letThrough).not.toContain(true)
})

test('what is forgotten begins anew, and nothing else does', () => {
  const { allow, forget } = throttle(1)
  expect([allow('a', 0), allow('b', 0)]).toEqual([true, true])
  forget('a')
  expect([allow('a', 1), allow('b', 1)]).toEqual([true, false])
})
