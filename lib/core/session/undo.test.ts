import { describe, expect, test } from 'vitest'
import type { StudyCard } from '../card.ts'
import type { StudyEvent } from '../event.ts'
import type { SessionStart } from '../session.ts'
import { newCardState } from '../fold/apply.ts'
import type { CardId, GroupId } from '../ids.ts'
import { expected } from './make.ts'
import { FULL, NOT_FULL, type Page, START, TODAY, MINUTE, card, due, start, page } from './page.model.ts'
import { left, sitting } from './view.ts'

test('brings back the card, its sibling, the counts and the sitting, last act first', () => {
  const cards = [due('a', 'n'), due('b', 'n'), card('c'), card('d')]
  const one = page(cards).rate(2).rate(1)
  expect([sitting(one.state).hard, sitting(one.state).forgotten]).toEqual([['a'], ['c']])
  one.undo()
  expect([one.shown, sitting(one.state).forgotten]).toEqual(['c', []])
  one.undo()
  expect([one.shown, sitting(one.state).answers, one.state.acts]).toEqual(['a', [], []])
  expect(left(one.state)).toEqual(left(start(cards)))
  expect(one.state.cards).toEqual(start(cards).cards)
  expect(one.events.slice(2)).toMatchObject([
    { kind: 'void', target: 'e001' },
    { kind: 'void', target: 'e000' },
  ])
  expect(one.undo().events).toHaveLength(4)
})

test('reaches back over a reload', () => {
  const before = page([card('a'), card('b')])
    .rate(3)
    .rate(2)
  const stamped = before.events.map((event, index) => ({ ...expected(event, START + index), cursor: index + 1 })) as StudyEvent[]
  const touched = ['a', 'b'].map((id) => ({
    card: before.state.cards[id as CardId] as StudyCard,
    events: stamped.filter((event) => event.kind !== 'void' && event.cardId === id),
  }))
  const acts = before.events.map(({ group }, index) => ({ group, cardIds: [['a', 'b'][index] as CardId] }))
  const one = page([before.state.cards['a' as CardId] as StudyCard], { acts, touched })
  expect(sitting(one.state).answers.map(({ rating }) => rating)).toEqual([3, 2])
  expect([one.undo().shown, one.undo().shown]).toEqual(['b', 'a'])
  // A card that the queue had done with is in it again.
  expect(one.state.queue).toEqual(['b', 'a'])
  expect(Object.values(one.state.cards).map(({ state }) => state)).toEqual([newCardState(1), newCardState(1)])
  expect(one.events).toMatchObject([{ target: 'e001' }, { target: 'e000' }])
})

test('reaches back through several answers to one card, before and after a reload', () => {
  const before = page([card('a')])
    .rate(1)
    .rate(2)
  const events = before.events.map((event, index) => ({ ...expected(event, START + index), cursor: index + 1 })) as StudyEvent[]
  const afterFirst = page([card('a')]).rate(1).state.cards['a' as CardId]?.state
  const acts = before.events.map(({ group }) => ({ group, cardIds: ['a' as CardId] }))
  const answered = before.state.cards['a' as CardId] as StudyCard
  const one = page([answered], { acts, touched: [{ card: answered, events }] })
  expect(one.undo().state.cards['a' as CardId]?.state).toEqual(afterFirst)
  expect(one.undo().state.cards['a' as CardId]?.state).toEqual(newCardState(1))
  expect(one.state.queue).toEqual(['a'])
})

describe('of a card that was put aside, past a limit', () => {
  /** A day of two cards: the first was suspended, and a reload has brought another in its place. */
  function reloaded(first: StudyCard, queue: StudyCard[], full: SessionStart['full']): Page {
    const marked = page([first]).do({ type: 'suspend', making: page([]).making })
    const events = marked.events.map((event) => ({ ...expected(event, START), cursor: 1 }) as StudyEvent)
    const touched = [{ card: marked.state.cards[first.id] as StudyCard, events }]
    const acts = marked.events.map(({ group }) => ({ group, cardIds: [first.id] }))
    return page(queue, { acts, touched, full })
  }

  test.each([
    { kind: 'new', first: card('a'), queue: [due('r'), card('b'), card('c')], full: FULL, after: ['a', 'r', 'b'] },
    { kind: 'new, with room', first: card('a'), queue: [card('b'), card('c')], full: NOT_FULL, after: ['a', 'b', 'c'] },
  ])('$kind: another card gives way only where the deck is full', ({ first, queue, full, after }) => {
    const one = reloaded(first, queue, full)
    expect(one.state.queue).toEqual(queue.map(({ id }) => id))
    expect(one.undo().state.queue).toEqual(after)
    expect(one.shown).toBe('a')
  })

  test('none gives way while the queue is still the one that had the card', () => {
    const one = page([card('a'), card('b')], { full: FULL })
    one.do({ type: 'suspend', making: one.making }).undo()
    expect(one.state.queue).toEqual(['a', 'b'])
  })

  test('one gives way once a refill has filled the place', () => {
    const one = page([card('a'), card('b')], { full: FULL })
    one
      .do({ type: 'suspend', making: one.making })
      .do({ type: 'refill', cards: [card('b'), card('c')] })
      .undo()
    expect(one.state.queue).toEqual(['a', 'b'])
  })

  test('an answer that is undone had its own place', () => {
    const one = page([card('a'), card('b')], { full: FULL })
    one
      .rate(3)
      .do({ type: 'refill', cards: [card('b'), card('c')] })
      .undo()
    expect(one.state.queue).toEqual(['a', 'b', 'c'])
  })
})

test('practice from before a reload is no part of the sitting, and can be undone', () => {
  const practiced = page([due('a')], { practice: true }).rate(1)
  const events = practiced.events.map((event) => expected(event, START) as StudyEvent)
  const one = page([due('a')], { acts: [{ group: 'e000' as GroupId, cardIds: ['a' as CardId] }], touched: [{ card: due('a'), events }] })
  expect([sitting(one.state).answers, one.state.acts.length]).toEqual([[], 1])
})

test('a new sitting begins after a long pause', () => {
  const at = START - 60 * MINUTE
  const answered = page([card('a')]).rate(4)
  const events = [{ ...answered.events[0], at, studyDay: TODAY, cursor: 1 } as StudyEvent]
  const touched = [{ card: answered.state.cards['a' as CardId] as StudyCard, events }]
  const one = page([], { acts: [{ group: 'e000' as GroupId, cardIds: ['a' as CardId] }], touched })
  expect([sitting(one.state).answers, one.state.acts.length]).toEqual([[], 1])
})
