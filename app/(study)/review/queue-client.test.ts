import { afterEach, expect, test, vi } from 'vitest'
import { TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import type { UserId } from '#lib/core/ids.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { askQueue } from './queue-client.ts'

const QUEUE: QueueAnswer = {
  ...{ learner: 'anna' as UserId, now: '2026-11-24T12:00:00.000Z', zone: 'UTC', rolloverHour: 4, newTomorrow: 0 },
  ...{
    presetVersions: [],
    load: {},
    counts: { new: 0, learning: 0, review: 0 },
    full: { new: [], reviews: [] },
    cards: [],
    acts: [],
    touched: [],
  },
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  { what: 'a queue', reply: () => Response.json(QUEUE), asked: { queue: QUEUE, askedAt: 5, receivedAt: 5 } },
  { what: 'a session that is gone', reply: () => new Response('', { status: 401 }), asked: null },
  { what: "a page of somebody else's network", reply: () => new Response('<html>Accept our terms</html>'), asked: null },
  { what: 'JSON of another shape', reply: () => Response.json({ ...QUEUE, cards: [{}] }), asked: null },
  { what: 'no network', reply: () => Promise.reject(new TypeError('Failed to fetch')), asked: null },
])('$what', async ({ reply, asked }) => {
  vi.stubGlobal('fetch', reply)
  expect(await askQueue(TODAYS_QUEUE, null, () => 5)).toEqual(asked)
})
