import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { networkOf, Rate } from './rate.ts'

const hour = 3_600_000

test('the limit is reached, said, and lifted when the oldest act leaves the hour', () => {
  const rate = new Rate({ limit: 2, windowMs: hour })
  expect(rate.take('a', 0)).toEqual({ ok: true })
  expect(rate.take('a', 10)).toEqual({ ok: true })
  expect(rate.take('a', 20)).toEqual({ ok: false, retryAfterMs: hour - 20 })
  expect(rate.take('b', 20)).toEqual({ ok: true })
  expect(rate.take('a', hour)).toEqual({ ok: true })
})

test('a limit of none refuses the first act', () => {
  expect(new Rate({ limit: 0, windowMs: hour }).take('a', 0)).toEqual({ ok: false, retryAfterMs: hour })
})

test('no span of an hour ever holds more than the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(hour), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, limit) => {
      const rate = new Rate({ limit, windowMs: hour })
      let now = 0
      const allowed: number[] = []
      for (const step of steps) {
        now += step
        if (rate.take('a', now).ok) allowed.push(now)
      }
      for (const start of allowed) expect(allowed.filter((time) => time >= start && time < start + hour).length).toBeLessThanOrEqual(limit)
    }),
  )
})

test('many keys push out the one that was idle longest, and only that one', () => {
  const rate = new Rate({ limit: 1, windowMs: hour, maxKeys: 2 })
  for (const key of ['a', 'b', 'a', 'c']) rate.take(key, 0)
  expect(rate.take('a', 1).ok).toBe(false)
  expect(rate.take('b', 1).ok).toBe(true)
})

describe('who counts as one', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
