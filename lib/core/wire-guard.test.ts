import { describe, expect, test } from 'vitest'
import { newCardState } from './fold/apply.ts'
import type { CardId, DeckId, DeviceId, EventId, GroupId, NoteId, PresetId, PresetVersionId, UserId } from './ids.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import { type BatchAnswer, encodeState, type QueueAnswer, type WireCard } from './wire.ts'
import { isBatchAnswer, isQueueAnswer } from './wire-guard.ts'

const NOW = '2026-11-24T12:00:00.000Z'
const id = 'event' as EventId
const group = 'group' as GroupId

const card: WireCard = {
  id: 'card' as CardId,
  noteId: 'note' as NoteId,
  deckId: 'deck' as DeckId,
  presetVersion: 'version' as PresetVersionId,
  place: 1,
  state: encodeState({ ...newCardState(1), memory: { stability: 1, difficulty: 5 } }),
  content: {
    ...{ deck: 'Deck', topic: null, kind: 'question', citation: null, year: 2012 },
    ...{
      fronts: [{ html: 'Q', filled: null }],
      back: { html: 'A' },
      why: null,
      own: false,
      facts: [{ id: '01', topic: 'T', statement: 'S' }],
    },
  },
}

const made = { id, group, device: 'device' as DeviceId, seq: 1, claimedAt: NOW, zone: 'UTC', rolloverHour: 4 }
const event = { ...made, kind: 'mark' as const, cardId: card.id, buried: true as const, at: NOW, studyDay: '2026-11-24', cursor: 1 }

const queue: QueueAnswer = {
  learner: 'anna' as UserId,
  now: NOW,
  zone: 'UTC',
  rolloverHour: 4,
  presetVersions: [{ id: card.presetVersion, presetId: 'preset' as PresetId, options: DEFAULT_OPTIONS }],
  load: { '2026-11-25': 3 },
  newTomorrow: 10,
  counts: { new: 1, learning: 0, review: 0 },
  full: { new: ['deck' as DeckId], reviews: [] },
  cards: [card],
  acts: [{ group, cardIds: [card.id] }],
  touched: [{ card, events: [event] }],
}

const batch: BatchAnswer = {
  now: NOW,
  results: [{ id, status: 'saved', at: NOW, studyDay: '2026-11-24', cursor: 1 }],
  cards: [{ id: card.id, state: card.state, cursor: 1 }],
  refill: [card],
}

test('what this server answers is taken', () => {
  expect([isQueueAnswer(queue), isBatchAnswer(batch)]).toEqual([true, true])
  expect(isBatchAnswer({ ...batch, results: [{ ...batch.results[0], at: null, studyDay: null, cursor: null, status: 'malformed' }] })).toBe(
    true,
  )
})

test.each([null, 'text', 7, [], {}, { ok: true }, batch])('%j is no queue', (value) => expect(isQueueAnswer(value)).toBe(false))
test.each([null, 'text', 7, [], {}, { results: [] }, queue])('%j is no answer to a batch', (value) =>
  expect(isBatchAnswer(value)).toBe(false),
)

describe.each([
  ['queue', queue, isQueueAnswer],
  ['batch', batch, isBatchAnswer],
] as [string, object, (value: unknown) => boolean][])('%s', (_, whole, isAnswer) => {
  test.each(Object.keys(whole))('%s is needed, in its shape', (field) => {
    expect(isAnswer({ ...whole, [field]: undefined })).toBe(false)
    expect(isAnswer({ ...whole, [field]: { odd: {} } })).toBe(false)
  })
})

test.each([
  { ...card, state: { ...card.state, dueAt: NOW } },
  { ...card, state: { ...card.state, position: null } },
  { ...card, state: { ...card.state, phase: 'other' } },
  { ...card, state: { ...card.state, lastDay: '2026-02-30' } },
  { ...card, content: { ...card.content, fronts: [{ html: 7, filled: null }] } },
  { ...card, content: undefined },
])('a card that no page could show is none: %#', (broken) => {
  expect(isBatchAnswer({ ...batch, refill: [card, broken] })).toBe(false)
})

test.each([{ at: 'noon' }, { studyDay: null }, { kind: 'other' }])('an event with %j is none', (broken) => {
  expect(isQueueAnswer({ ...queue, touched: [{ card, events: [{ ...event, ...broken }] }] })).toBe(false)
})
