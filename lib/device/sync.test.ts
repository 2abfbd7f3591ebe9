import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BatchAnswer, EventStatus } from '#lib/core/wire.ts'
import { Outbox } from './outbox.ts'
import type { Batch, Sent } from './post-events.ts'
import { Sync, type SyncState } from './sync.ts'
import { ANNA, freshStore, marks } from './testing.ts'

let outbox: Outbox
let states: SyncState[]
let answers: BatchAnswer[]

beforeEach(async () => {
  outbox = new Outbox(await freshStore(), ANNA)
  states = []
  answers = []
  // fake-indexeddb runs on setImmediate, which must stay real.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const NOW = '2026-11-24T12:00:00.000Z'

function answered(batch: Batch, status: EventStatus = 'saved'): Sent {
  const results = batch.events.map(({ id }) => ({ id, status, at: null, studyDay: null, cursor: null }))
  return { kind: 'answered', answer: { now: NOW, results, cards: [], refill: [] } }
}

function syncWith(post: (batch: Batch) => Sent | Promise<Sent>) {
  return new Sync({
    outbox,
    post: async (batch) => post(batch),
    deviceNow: () => 7_000,
    holding: () => undefined,
    onAnswer: (answer) => answers.push(answer),
    onState: (state) => states.push(state),
  })
}

const last = () => states.at(-1)

test('sends all in batches of at most 500, in order', async () => {
  const made = await outbox.add(marks(501))
  const batches: Batch[] = []
  await syncWith((batch) => {
    batches.push(batch)
    return answered(batch)
  }).flush()
  expect(batches.map((batch) => batch.events.length)).toEqual([500, 1])
  expect(batches.flatMap((batch) => batch.events)).toEqual(made)
  expect(batches[0]).toMatchObject({ learner: ANNA, sentAt: 7_000 })
  expect(last()).toEqual({ waiting: 0, refused: 0, trouble: 'none' })
  expect(answers).toHaveLength(2)
})

test('an answer comes with when it was asked for and when it came', async () => {
  await outbox.add(marks(1))
  let deviceNow = 7_000
  const onAnswer = vi.fn()
  const post = async (batch: Batch) => {
    deviceNow += 40
    return answered(batch)
  }
  await new Sync({ outbox, post, deviceNow: () => deviceNow, holding: () => undefined, onAnswer, onState: () => {} }).flush()
  expect(onAnswer).toHaveBeenCalledWith(expect.objectContaining({ now: NOW }), { askedAt: 7_000, receivedAt: 7_040 })
})

test('keeps everything while the server is away, and sends it when it is back', async () => {
  await outbox.add(marks(2))
  let away = true
  const sync = syncWith((batch) => (away ? { kind: 'unreachable', retryAfterMs: null } : answered(batch)))
  await sync.flush()
  expect(last()).toEqual({ waiting: 2, refused: 0, trouble: 'unreachable' })
  away = false
  await vi.advanceTimersByTimeAsync(1_300)
  await vi.waitFor(() => expect(last()).toEqual({ waiting: 0, refused: 0, trouble: 'none' }))
})

test('pauses grow, up to ten seconds, and a pause that the server asks for is kept', async () => {
  await outbox.add(marks(1))
  const calls: number[] = []
  const paused = vi.spyOn(globalThis, 'setTimeout')
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const sync = syncWith(() => {
    calls.push(calls.length)
    return { kind: 'unreachable', retryAfterMs: calls.length === 9 ? 90_000 : null }
  })
  for (let round = 0; round < 9; round += 1) await sync.flush()
  const pauses = paused.mock.calls.map((call) => call[1]).filter((ms) => ms !== undefined && ms >= 1_000)
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000, 10_000, 90_000])
  vi.restoreAllMocks()
})

test('a session that ended keeps the events and is not asked again by itself', async () => {
  await outbox.add(marks(3))
  const post = vi.fn((): Sent => ({ kind: 'session-ended' }))
  await syncWith(post).flush()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(post).toHaveBeenCalledTimes(1)
  expect(last()).toEqual({ waiting: 3, refused: 0, trouble: 'session-ended' })
})

test('a refused event does not hold up the rest', async () => {
  const [bad] = await outbox.add(marks(2))
  await syncWith((batch) => {
    const sent = answered(batch)
    if (sent.kind === 'answered') sent.answer.results.find((result) => result.id === bad!.id)!.status = 'unknown-card'
    return sent
  }).flush()
  expect(last()).toEqual({ waiting: 0, refused: 1, trouble: 'none' })
})

test('a batch that is too large is halved; an event too large alone is refused, and the others arrive', async () => {
  const made = await outbox.add(marks(5))
  const arrived: string[] = []
  await syncWith((batch) => {
    if (batch.events.length > 2 || batch.events.some((event) => event.id === made[3]!.id)) return { kind: 'too-large' }
    arrived.push(...batch.events.map((event) => event.id))
    return answered(batch)
  }).flush()
  expect(arrived).toEqual([0, 1, 2, 4].map((index) => made[index]!.id))
  expect(last()).toEqual({ waiting: 0, refused: 1, trouble: 'none' })
})

test('what is added while a batch is under way follows it, and only one batch is under way at a time', async () => {
  await outbox.add(marks(1))
  let open = 0
  let most = 0
  const sync = syncWith(async (batch) => {
    most = Math.max(most, ++open)
    if (batch.events[0]?.seq === 1) {
      await outbox.add(marks(1))
      void sync.flush()
    }
    open -= 1
    return answered(batch)
  })
  await sync.flush()
  expect(most).toBe(1)
  expect(last()).toEqual({ waiting: 0, refused: 0, trouble: 'none' })
})

test.each([1, 2])('what is added while a sending counts for the %ith time what is left is sent too', async (time) => {
  const own = outbox
  let counted = 0
  vi.spyOn(own, 'countWaiting').mockImplementation(async () => {
    const waiting = (await own.waiting()).length
    if (++counted === time) {
      await own.add(marks(1))
      void sync.flush()
    }
    return waiting
  })
  await outbox.add(marks(1))
  const sync = syncWith(answered)
  await sync.flush()
  expect(await own.waiting()).toEqual([])
})

test('an answer that names none of the events sent does not send them in a circle', async () => {
  await outbox.add(marks(1))
  const post = vi.fn((): Sent => ({ kind: 'answered', answer: { now: NOW, results: [], cards: [], refill: [] } }))
  await syncWith(post).flush()
  expect(post).toHaveBeenCalledTimes(1)
  expect(last()?.waiting).toBe(1)
})
