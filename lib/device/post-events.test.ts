import { afterEach, expect, test, vi } from 'vitest'
import type { DeviceId } from '#lib/core/ids.ts'
import { postEvents } from './post-events.ts'
import { ANNA, marks } from './testing.ts'

const DEVICE = 'device' as DeviceId
const ANSWER = { now: '2026-11-24T12:00:00.000Z', results: [], cards: [], refill: [] }

afterEach(() => {
  vi.unstubAllGlobals()
})

const batch = () => ({ learner: ANNA, device: DEVICE, sentAt: 0, events: marks(1)({ device: DEVICE, firstSeq: 1 }) })

test.each([
  { what: 'an answer', reply: () => Response.json(ANSWER), sent: { kind: 'answered', answer: ANSWER } },
  { what: 'a session that is gone', reply: () => new Response('', { status: 401 }), sent: { kind: 'session-ended' } },
  { what: 'too much at once', reply: () => new Response('', { status: 413 }), sent: { kind: 'too-large' } },
  {
    what: 'a server that is busy',
    reply: () => new Response('', { status: 503, headers: { 'retry-after': '7' } }),
    sent: { kind: 'unreachable', retryAfterMs: 7_000 },
  },
  { what: 'a fault of the server', reply: () => new Response('', { status: 500 }), sent: { kind: 'unreachable', retryAfterMs: null } },
  {
    what: 'a date where seconds were hoped for',
    reply: () => new Response('', { status: 503, headers: { 'retry-after': 'Fri' } }),
    sent: { kind: 'unreachable', retryAfterMs: null },
  },
  {
    what: "a page of somebody else's network",
    reply: () => new Response('<html>Accept our terms</html>'),
    sent: { kind: 'unreachable', retryAfterMs: null },
  },
  {
    what: 'an answer that lacks something',
    reply: () => Response.json({ ...ANSWER, cards: undefined }),
    sent: { kind: 'unreachable', retryAfterMs: null },
  },
  { what: 'JSON of somebody else', reply: () => Response.json({ ok: true }), sent: { kind: 'unreachable', retryAfterMs: null } },
  { what: 'no network', reply: () => Promise.reject(new TypeError('Failed to fetch')), sent: { kind: 'unreachable', retryAfterMs: null } },
])('$what', async ({ reply, sent }) => {
  vi.stubGlobal('fetch', reply)
  expect(await postEvents(batch())).toEqual(sent)
})

test('says whose events they are, with times as text, and asks for a refill only where one is wanted', async () => {
  const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json(ANSWER)))
  vi.stubGlobal('fetch', fetched)
  await postEvents(batch())
  const [url, init] = fetched.mock.calls[0]!
  const body = JSON.parse(String(init.body))
  expect(url).toBe('/api/events')
  expect(init).toMatchObject({ method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' } })
  expect(body).toMatchObject({ formatVersion: 1, learner: ANNA, device: DEVICE, sentAt: '1970-01-01T00:00:00.000Z' })
  expect(body.events[0].claimedAt).toBe('1970-01-01T00:00:01.000Z')
  expect(body).not.toHaveProperty('holding')
})
