import { expect, test } from 'vitest'
import type { StudyCard } from '../card.ts'
import type { StudyEvent } from '../event.ts'
import { newCardState } from '../fold/apply.ts'
import type { CardId, GroupId } from '../ids.ts'
import { expected } from './make.ts'
import { START, TODAY, MINUTE, card, due, start, page } from './page.model.ts'
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
