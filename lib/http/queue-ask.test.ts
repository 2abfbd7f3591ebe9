import { expect, test } from 'vitest'
import { askWords, isPractice, isWhole, type QueueAsk, reviewPath, TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import type { CardId, DeckId } from '#lib/core/ids.ts'
import { readQueueAsk, readSince } from './queue-ask.ts'

const deck = '0190aaaa-0000-7000-8000-000000000001' as DeckId
const [one, two] = ['0190aaaa-0000-7000-8000-00000000000a' as CardId, '0190aaaa-0000-7000-8000-00000000000b' as CardId]
const ask = (some: Partial<QueueAsk>): QueueAsk => ({ ...TODAYS_QUEUE, ...some })

test.each([
  { what: 'the day’s queue', asked: ask({}), practice: false, whole: true },
  { what: 'more new cards', asked: ask({ more: 'new' }), practice: false, whole: false },
  { what: 'what was forgotten', asked: ask({ more: 'forgotten' }), practice: true, whole: false },
  { what: 'a deck', asked: ask({ deck }), practice: false, whole: false },
  { what: 'a topic', asked: ask({ deck, topic: 'Signs & symptoms' }), practice: true, whole: false },
  { what: 'cards', asked: ask({ cards: [one, two] }), practice: true, whole: false },
])('$what: what is written into an address is read back', ({ asked, practice, whole }) => {
  expect(readQueueAsk(new URLSearchParams(askWords(asked)))).toEqual(asked)
  expect(readQueueAsk(new URL(reviewPath(asked), 'https://myelin.example').searchParams)).toEqual(asked)
  expect([isPractice(asked), isWhole(asked)]).toEqual([practice, whole])
})

test.each([
  ['more=all', {}],
  ['deck=pml', {}],
  ['topic=Signs', {}],
  [`deck=${deck}&topic=`, { deck }],
  [`deck=${deck}&topic=${'x'.repeat(201)}`, { deck }],
  ['cards=', {}],
  [`cards=nothing,${one.toUpperCase()},'`, { cards: [one] }],
])('%s: what means nothing counts as not said', (words, expected) => {
  expect(readQueueAsk(new URLSearchParams(words))).toEqual(ask(expected))
})

test('a list of cards is cut at fifty', () => {
  const many = Array.from({ length: 60 }, () => one)
  expect(readQueueAsk(new URLSearchParams({ cards: many.join() })).cards).toHaveLength(50)
})

test.each([
  ['2026-11-24T11:00:00.000Z', Date.UTC(2026, 10, 24, 11)],
  ['2026-11-22T11:00:00.000Z', null],
  ['yesterday', null],
])('a sitting since %s began at %s', (since, expected) => {
  expect(readSince(new URLSearchParams({ since }), Date.UTC(2026, 10, 24, 12))).toBe(expected)
})
