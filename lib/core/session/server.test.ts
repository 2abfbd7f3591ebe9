import { expect, test } from 'vitest'
import type { CardState } from '../card.ts'
import { addDays } from '../day.ts'
import type { CardId, EventId } from '../ids.ts'
import type { EventStatus } from '../wire.ts'
import { FULL, START, TODAY, card, due, start, page } from './page.model.ts'
import { left, outcomesOfCurrent, sitting } from './view.ts'

const result = (seq: number, status: EventStatus = 'saved') => ({ id: `e00${seq}` as EventId, status })
const authoritative = (days: number): CardState => ({ ...due('a').state, due: { dueDay: addDays(TODAY, days) }, head: 'x' as EventId })

test('has the last word on a card once it has all of its events', () => {
  const one = page([due('a'), due('b')]).rate(3)
  one.do({ type: 'acknowledge', results: [result(0)], cards: [{ id: 'a' as CardId, state: authoritative(99) }] })
  expect(one.state.cards['a' as CardId]?.state).toEqual(authoritative(99))
})

test('but not before: what it says is older than what was done since', () => {
  const one = page([card('a')])
    .rate(1)
    .rate(3)
  const here = one.state.cards['a' as CardId]
  one.do({ type: 'acknowledge', results: [result(0)], cards: [{ id: 'a' as CardId, state: authoritative(1) }] })
  expect(one.state.cards['a' as CardId]).toEqual(here)
})

test('nor by a refill', () => {
  const one = page([card('a')]).rate(1)
  const here = one.state.cards
  expect(one.do({ type: 'refill', cards: [card('a')] }).state.cards).toEqual(here)
})

test('a card that another device moved is still answered as printed', () => {
  const one = page([due('a')]).do({ type: 'reveal', nowMs: START })
  one.do({
    type: 'acknowledge',
    results: [],
    cards: [{ id: 'a' as CardId, state: { ...due('a').state, reps: 9, head: 'x' as EventId } }],
  })
  const printed = outcomesOfCurrent(one.state)
  one.rate(3)
  expect(one.events[0]).toMatchObject({ after: null, next: printed?.[3].next })
})

test('an answer that it refuses is taken back: the card is as before, and comes again', () => {
  const one = page([due('a'), due('b')]).rate(1)
  one.do({ type: 'acknowledge', results: [result(0, 'unknown-preset')], cards: [] })
  expect(one.state.cards).toEqual(start([due('a'), due('b')]).cards)
  expect([one.state.acts, one.state.unacknowledged, sitting(one.state).answers]).toEqual([[], [], []])
  expect([one.shown, one.rate(3).shown]).toEqual(['b', 'a'])
  expect(one.rate(3).events.at(-1)).toMatchObject({ after: null })
})

test('a card that it does not know leaves the session', () => {
  const one = page([due('a'), due('b')])
  one.do({ type: 'bury', making: one.making }).undo().rate(1).rate(3)
  one.do({ type: 'acknowledge', results: [result(0, 'unknown-card'), result(1, 'unknown-target'), result(2, 'unknown-card')], cards: [] })
  expect([one.shown, one.state.queue]).toEqual([null, ['b']])
})

test('a refused answer that was undone meanwhile changes nothing more', () => {
  const one = page([due('a')])
    .rate(1)
    .undo()
  const before = one.state
  one.do({ type: 'acknowledge', results: [result(0, 'malformed'), result(1, 'unknown-target')], cards: [] })
  expect(one.state).toEqual({ ...before, unacknowledged: [] })
})

test('what stood on a refused answer keeps, and undoing it brings back the card as it was before both', () => {
  const one = page([card('a')])
    .rate(1)
    .rate(2)
  const after = one.state.cards
  one.do({ type: 'acknowledge', results: [result(0, 'malformed')], cards: [] })
  expect(one.state.cards).toEqual(after)
  expect(one.undo().state.cards).toEqual(start([card('a')]).cards)
})

test('an answer that is shown is hidden again where it stood on a refused one', () => {
  const one = page([card('a')])
    .rate(1)
    .do({ type: 'reveal', nowMs: START })
  one.do({ type: 'acknowledge', results: [result(0, 'malformed')], cards: [] })
  expect(one.state.shown).toEqual({ cardId: 'a', revealed: null })
  expect(one.rate(3).events.at(-1)).toMatchObject({ after: null })
})

test('a refill appends what is not there yet', () => {
  const one = page([due('a')]).do({ type: 'refill', cards: [due('a'), due('b')] })
  expect([one.state.queue, left(one.state).total]).toEqual([['a', 'b'], 2])
})

test('a refill fills an empty screen', () => expect(page([]).do({ type: 'refill', cards: [due('a')] }).shown).toBe('a'))

test('a new day brings a new queue and keeps what is on the screen', () => {
  const one = page([due('a'), due('b')]).do({ type: 'newDay', nowMs: START + 86_400_000, cards: [due('c')], full: FULL })
  expect([one.shown, one.state.queue, one.state.full]).toEqual(['a', ['c'], FULL])
})
