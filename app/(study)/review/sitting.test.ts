import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { addDays, studyDayOf } from '#lib/core/day.ts'
import { foldCard } from '#lib/core/fold.ts'
import type { CardId, DeckId, NoteId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
import { type QueueAsk, TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { current } from '#lib/core/session/view.ts'
import { formatTime } from '#lib/core/time.ts'
import { type BatchAnswer, encodeState, type QueueAnswer, type WireCard } from '#lib/core/wire.ts'
import { createClock } from '#lib/device/clock.ts'
import { Outbox } from '#lib/device/outbox.ts'
import { freshStore } from '#lib/device/testing.ts'
import type { Asked } from './queue-client.ts'
import { Sitting, type SittingPorts } from './sitting.ts'

const untouched = foldCard([], { place: 0, presetVersions: new Map(), parameters: DEFAULT_OPTIONS.parameters })
const NOW = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000
const TODAY = studyDayOf(NOW, 'UTC', 4)
const ANNA = 'anna' as UserId
const ANSWER: BatchAnswer = { now: formatTime(NOW), results: [], cards: [], refill: [] }
const ROUND_TRIP = { askedAt: NOW, receivedAt: NOW }
const PRESET = 'preset-version' as PresetVersionId

let outbox: Outbox
beforeEach(async () => {
  outbox = new Outbox(await freshStore(), ANNA)
})

function card(name: string): WireCard {
  const content = { deck: 'Deck', topic: null, kind: 'question' as const, fronts: [{ html: name, filled: null }], back: { html: name } }
  return {
    id: name as CardId,
    noteId: `note of ${name}` as NoteId,
    deckId: 'deck' as DeckId,
    presetVersion: PRESET,
    place: 0,
    state: encodeState(untouched),
    content: { ...content, why: null, own: false, facts: [], citation: null, year: null },
  }
}

function queueOf(cards: WireCard[], atMs = NOW): QueueAnswer {
  return {
    learner: ANNA,
    now: formatTime(atMs),
    zone: 'UTC',
    rolloverHour: 4,
    presetVersions: [{ id: PRESET, presetId: 'preset' as PresetId, options: DEFAULT_OPTIONS }],
    load: {},
    newTomorrow: 0,
    counts: { new: cards.length, learning: 0, review: 0 },
    full: { new: [], reviews: [] },
    cards,
    acts: [],
    touched: [],
  }
}

function sit(queue: QueueAnswer, ports: Partial<SittingPorts> = {}, wanted: QueueAsk = TODAYS_QUEUE) {
  let sent = 0
  let monotonic = 0
  const sitting = new Sitting(
    {
      outbox: async () => outbox,
      clock: createClock(() => NOW),
      monotonicNow: () => (monotonic += 1_000),
      flush: () => {
        sent += 1
      },
      ask: async () => null,
      ...ports,
    },
    queue,
    wanted,
  )
  const shown = () => {
    const now = current(sitting.getView().session)
    return now.kind === 'card' ? now.card.id : now.kind
  }
  return { sitting, shown, sent: () => sent }
}

test('an answer is on disk before the next card is shown, and is sent then', async () => {
  const { sitting, shown, sent } = sit(queueOf([card('one'), card('two')]))
  const seen: { card: string; kept: Promise<number> }[] = []
  sitting.subscribe(() => {
    seen.push({ card: shown(), kept: outbox.countWaiting() })
  })
  await sitting.reveal()
  await sitting.rate(3)
  const moved = seen.find((entry) => entry.card === 'two')
  expect(await moved?.kept).toBe(1)
  expect(sent()).toBe(1)
  const [event] = await outbox.waiting(1)
  expect(event).toMatchObject({ kind: 'answer', cardId: 'one', rating: 3, seq: 1, tookMs: 1_000, after: null, variant: 0 })
})

test('where the browser refuses to store, the card stays and the page says so, until an answer is kept', async () => {
  let full = true
  const { sitting, shown, sent } = sit(queueOf([card('one'), card('two')]), {
    outbox: async () => (full ? Promise.reject(new Error('QuotaExceededError')) : outbox),
  })
  await sitting.reveal()
  await sitting.rate(3)
  expect([shown(), sitting.getView().storageFailed, sent()]).toEqual(['one', true, 0])
  full = false
  await sitting.rate(3)
  expect([shown(), sitting.getView().storageFailed, sent()]).toEqual(['two', false, 1])
})

test('keys that come faster than the disk are acted on in their order', async () => {
  const { sitting, shown } = sit(queueOf([card('one'), card('two'), card('three')]))
  await Promise.all([sitting.reveal(), sitting.rate(4), sitting.reveal(), sitting.rate(3), sitting.mark('bury')])
  expect(shown()).not.toBe('three')
  const kept = await outbox.waiting(9)
  expect(kept.map((event) => ('cardId' in event ? `${event.kind} ${event.cardId}` : event.kind))).toEqual([
    'answer one',
    'answer two',
    'mark three',
  ])
  expect(kept.map((event) => event.seq)).toEqual([1, 2, 3])
})

test('rating before the answer is shown does nothing', async () => {
  const { sitting, shown } = sit(queueOf([card('one')]))
  await sitting.rate(3)
  expect([shown(), await outbox.countWaiting()]).toEqual(['one', 0])
})

test('undo brings the card back as it was, and is an event of its own', async () => {
  const { sitting, shown } = sit(queueOf([card('one'), card('two')]))
  await sitting.reveal()
  await sitting.rate(1)
  await sitting.undo()
  expect(shown()).toBe('one')
  expect(sitting.getView().session.cards['one' as CardId]?.state).toEqual(untouched)
  const [answer, undone] = await outbox.waiting(2)
  expect(undone).toMatchObject({ kind: 'void', target: answer?.group })
  await sitting.undo()
  expect(await outbox.countWaiting()).toBe(2)
})

const later = (name: string): WireCard => ({
  ...card(name),
  state: encodeState({ ...untouched, phase: 'learning', step: 0, due: { dueAt: NOW + HOUR } }),
})

test.each([
  { what: 'the whole queue is here', handed: [card('one')], wanted: TODAYS_QUEUE, counted: 1, holding: undefined },
  { what: 'more is to come', handed: [card('one')], wanted: TODAYS_QUEUE, counted: 2, holding: ['one'] },
  {
    what: 'a card that comes later fills no hand',
    handed: [card('one'), later('two')],
    wanted: TODAYS_QUEUE,
    counted: 2,
    holding: ['one'],
  },
  { what: 'practice is one hand', handed: [card('one')], wanted: { ...TODAYS_QUEUE, more: 'forgotten' }, counted: 2, holding: undefined },
] satisfies { what: string; handed: WireCard[]; wanted: QueueAsk; counted: number; holding: string[] | undefined }[])(
  'asks for a refill: $what',
  ({ handed, wanted, counted, holding }) => {
    const queue = { ...queueOf(handed), counts: { new: counted, learning: 0, review: 0 } }
    expect(sit(queue, {}, wanted).sitting.holding()).toEqual(holding)
  },
)

test('once all are handed out, no refill is asked for', async () => {
  const { sitting } = sit({ ...queueOf([card('one'), later('two')]), counts: { new: 2, learning: 0, review: 0 } })
  await sitting.onAnswer({ ...ANSWER, refill: [card('three'), later('two')] }, ROUND_TRIP)
  expect([sitting.holding(), sitting.getView().beyond]).toEqual([undefined, 0])
})

test('a refill joins the queue with what its cards show', async () => {
  const { sitting, shown } = sit(queueOf([card('one')]))
  await sitting.onAnswer({ ...ANSWER, refill: [card('two')] }, ROUND_TRIP)
  await sitting.mark('suspend')
  expect(shown()).toBe('two')
  expect(sitting.getView().contents.get('two' as CardId)?.back.html).toBe('two')
})

test("a device's clock that is set during a sitting is noticed by the next answer", async () => {
  let deviceNow = NOW
  const { sitting } = sit(queueOf([card('one')]), { clock: createClock(() => deviceNow) })
  await sitting.onAnswer(ANSWER, { askedAt: NOW - 20, receivedAt: NOW + 20 })
  deviceNow += 3 * HOUR
  await sitting.onAnswer({ ...ANSWER, now: formatTime(NOW + 1_000) }, { askedAt: deviceNow + 980, receivedAt: deviceNow + 1_020 })
  await sitting.tick()
  expect(sitting.getView().session.nowMs).toBe(NOW)
})

test('an answer that the server refuses is taken back, and its card comes again', async () => {
  const { sitting, shown } = sit(queueOf([card('one'), card('two')]))
  await sitting.reveal()
  await sitting.rate(4)
  const [answer] = await outbox.waiting(1)
  const refused = { id: answer!.id, status: 'unknown-preset' as const, at: null, studyDay: null, cursor: null }
  await sitting.onAnswer({ ...ANSWER, results: [refused] }, ROUND_TRIP)
  expect(sitting.getView().session.cards['one' as CardId]?.state).toEqual(untouched)
  expect([shown(), sitting.getView().session.acts]).toEqual(['two', []])
  await sitting.mark('bury')
  expect(shown()).toBe('one')
})

test('cards whose answers wait from before are not asked again, where the server could not take them', async () => {
  const queue = queueOf([card('one'), card('two')])
  const before = sit(queue)
  await before.sitting.reveal()
  await before.sitting.rate(3)
  const after = sit(queue)
  expect(after.shown()).toBe('one')
  await after.sitting.recover(new Set(['one' as CardId]), Promise.resolve())
  expect(after.shown()).toBe('two')
})

test('once they are sent, the sitting begins with what the server says now', async () => {
  const fresh: Asked = { queue: queueOf([card('three')]), askedAt: NOW, receivedAt: NOW }
  const { sitting, shown } = sit(queueOf([card('one')]), { ask: async () => fresh })
  await sitting.recover(new Set(['one' as CardId]), Promise.resolve())
  expect(shown()).toBe('three')
})

test('a server that hangs stops no key: the cards that wait stay away, and its queue joins what was done meanwhile', async () => {
  let arrive: (answer: Asked | null) => void = () => {}
  const hanging = new Promise<Asked | null>((done) => (arrive = done))
  const { sitting, shown } = sit(queueOf([card('one'), card('two'), card('three')]), { ask: () => hanging })
  const recovered = sitting.recover(new Set(['one' as CardId]), Promise.resolve())
  await sitting.reveal()
  await sitting.rate(4)
  expect(shown()).toBe('three')
  await sitting.reveal()
  arrive({ queue: queueOf([card('two'), card('three'), card('four')]), ...ROUND_TRIP })
  await recovered
  expect(current(sitting.getView().session)).toMatchObject({ kind: 'card', card: { id: 'three' }, revealed: true })
  await sitting.rate(4)
  expect(shown()).toBe('four')
  await sitting.undo()
  await sitting.undo()
  expect(shown()).toBe('two')
})

test('of cards that were answered before this page, the joining queue knows better', async () => {
  const stale = card('one')
  const done = { ...card('one'), state: encodeState({ ...untouched, phase: 'review', due: { dueDay: addDays(TODAY, 5) }, lastDay: TODAY }) }
  let arrive: (answer: Asked | null) => void = () => {}
  const hanging = new Promise<Asked | null>((answer) => (arrive = answer))
  const { sitting, shown } = sit(queueOf([card('two'), stale]), { ask: () => hanging })
  const recovered = sitting.recover(new Set(), Promise.resolve())
  await sitting.mark('bury')
  expect(shown()).toBe('one')
  arrive({ queue: { ...queueOf([card('three')]), touched: [{ card: done, events: [] }] }, ...ROUND_TRIP })
  await recovered
  await sitting.mark('bury')
  expect([shown(), sitting.getView().session.cards['one' as CardId]?.state.phase]).toEqual(['three', 'review'])
})

const NEXT_DAY = NOW + 17 * HOUR

/** A sitting at noon, whose clock can be moved on and whose server may hang. */
function overnight(queue: QueueAnswer, more: QueueAsk['more'] = null) {
  let nowMs = NOW
  const asked: QueueAsk['more'][] = []
  const arrivals: ((answer: Asked | null) => void)[] = []
  const ask = (wanted: QueueAsk) => {
    asked.push(wanted.more)
    return new Promise<Asked | null>((done) => arrivals.push(done))
  }
  const on = sit(queue, { clock: createClock(() => nowMs), ask }, { ...TODAYS_QUEUE, more })
  const arrive = async (answer: QueueAnswer | null) => {
    await vi.waitFor(() => expect(arrivals).toHaveLength(1))
    arrivals.shift()?.(answer && { queue: answer, askedAt: nowMs, receivedAt: nowMs })
    await new Promise((done) => setTimeout(done))
    await on.sitting.reveal()
  }
  return { ...on, arrive, asked, sleep: () => (nowMs = NEXT_DAY) }
}

test('an answer past the rollover brings the queue of the new day, and no key waits for it', async () => {
  const { sitting, shown, arrive, asked, sleep } = overnight(queueOf([card('one'), card('two'), card('three'), card('four')]))
  await sitting.reveal()
  sleep()
  await sitting.rate(4)
  await sitting.reveal()
  await sitting.rate(4)
  expect([shown(), asked]).toEqual(['three', [null]])
  await arrive({ ...queueOf([card('five')], NEXT_DAY), newTomorrow: 7 })
  expect([shown(), sitting.getView().newTomorrow, sitting.getView().session.acts.length]).toEqual(['three', 7, 2])
  await sitting.rate(4)
  expect([shown(), asked]).toEqual(['five', [null]])
})

test('a new day that could not be asked for is asked for again; one that the server does not see yet changes nothing', async () => {
  const { sitting, shown, arrive, asked, sleep } = overnight(queueOf([card('one'), card('two')]))
  sleep()
  await Promise.all([sitting.tick(), arrive(null)])
  await Promise.all([sitting.tick(), arrive(queueOf([card('three')], NOW))])
  await sitting.mark('bury')
  expect([asked, shown()]).toEqual([[null, null], 'two'])
})

test('who studied more new cards the day before goes on with the queue of the day', async () => {
  const { sitting, arrive, asked, sleep } = overnight(queueOf([card('one')]), 'new')
  sleep()
  const answer = { ...queueOf([card('two')], NEXT_DAY), counts: { new: 2, learning: 0, review: 0 } }
  await Promise.all([sitting.tick(), arrive(answer)])
  expect([asked, sitting.getView().beyond]).toEqual([[null], 1])
})

test('what waits is still said while the queue is asked for again', async () => {
  const { sitting } = sit(queueOf([card('one')]))
  sitting.onSync({ waiting: 1, refused: 0, trouble: 'unreachable' })
  await sitting.recover(new Set(['one' as CardId]), Promise.resolve())
  expect(sitting.getView().sync).toEqual({ waiting: 1, refused: 0, trouble: 'unreachable' })
})

test('practice belongs to no day', async () => {
  const { sitting, asked, sleep } = overnight(queueOf([card('one')]), 'forgotten')
  sleep()
  await sitting.tick()
  expect(asked).toEqual([])
})
