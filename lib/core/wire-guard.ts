// Whether an answer has the shape that this server gives: the page of a hotel's network answers 200 as well. Written by hand,
// for the review page loads it.

import { parseStudyDay } from './day.ts'
import { parseTime } from './time.ts'
import type { BatchAnswer, QueueAnswer } from './wire.ts'

type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => typeof value === 'number'
const flag: Check = (value) => typeof value === 'boolean'
const time: Check = (value) => typeof value === 'string' && parseTime(value) !== null
const day: Check = (value) => typeof value === 'string' && parseStudyDay(value) !== null
const oneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value)
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const record =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]))

const stateFields = shape({
  phase: oneOf('new', 'learning', 'review', 'relearning'),
  step: nullable(number),
  dueDay: nullable(day),
  dueAt: nullable(time),
  position: nullable(number),
  memory: nullable(shape({ stability: number, difficulty: number })),
  reps: number,
  lapses: number,
  firstDay: nullable(day),
  lastDay: nullable(day),
  suspended: flag,
  buriedUntilDay: nullable(day),
  flag: number,
  marked: flag,
  head: nullable(text),
})

/** A card is due in exactly one way. */
const state: Check = (value) =>
  stateFields(value) && isObject(value) && [value['dueDay'], value['dueAt'], value['position']].filter((due) => due !== null).length === 1

const content = shape({
  deck: text,
  topic: nullable(text),
  kind: oneOf('question', 'cloze', 'list'),
  fronts: list(shape({ html: text, filled: nullable(text) })),
  back: shape({ html: text }),
  why: nullable(shape({ html: text })),
  own: flag,
  facts: list(shape({ id: text, topic: text, statement: text })),
  citation: nullable(text),
  year: nullable(number),
})

const card = shape({ id: text, noteId: text, deckId: text, presetVersion: text, place: number, state, content })

const event = shape({
  id: text,
  kind: oneOf('answer', 'place', 'reset', 'restore', 'mark', 'void'),
  group: text,
  claimedAt: time,
  at: time,
  studyDay: day,
  cursor: number,
})

const result = shape({
  id: text,
  status: oneOf('saved', 'unknown-card', 'unknown-target', 'unknown-preset', 'malformed'),
  at: nullable(time),
  studyDay: nullable(day),
  cursor: nullable(number),
})

const batchAnswer = shape({ now: time, results: list(result), cards: list(shape({ id: text, state, cursor: number })), refill: list(card) })

const queueAnswer = shape({
  learner: text,
  now: time,
  zone: text,
  rolloverHour: number,
  presetVersions: list(shape({ id: text, presetId: text, options: shape({ parameters: list(number) }) })),
  load: record(number),
  newTomorrow: number,
  counts: shape({ new: number, learning: number, review: number }),
  full: shape({ new: list(text), reviews: list(text) }),
  cards: list(card),
  acts: list(shape({ group: text, cardIds: list(text) })),
  touched: list(shape({ card, events: list(event) })),
})

/** Whether a value can be taken for the answer to POST /api/events. */
export function isBatchAnswer(value: unknown): value is BatchAnswer {
  return batchAnswer(value)
}

/** Whether a value can be taken for the answer to GET /api/queue. */
export function isQueueAnswer(value: unknown): value is QueueAnswer {
  return queueAnswer(value)
}
