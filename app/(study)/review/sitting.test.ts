import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { foldCard } from '#lib/core/fold.ts'
import type { CardId, DeckId, NoteId, PresetId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
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
    content: { ...content, facts: [], citation: null, year: null },
  }
}

function queueOf(cards: WireCard[]): QueueAnswer {
  return {
    learner: ANNA,
    now: formatTime(NOW),
    zone: 'UTC',
    rolloverHour: 4,
    presetVersions: [{ id: PRESET, presetId: 'preset' as PresetId, options: DEFAULT_OPTIONS }],
    load: {},
    newTomorrow: 0,
    counts: { new: cards.length, learning: 0, review: 0 },
    cards,
    acts: [],
    touched: [],
  }
}

function sit(queue: QueueAnswer, ports: Partial<SittingPorts> = {}) {
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
    null,
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
