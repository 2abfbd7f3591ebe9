import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rating } from './card.ts'
import type { StudyEvent } from './event.ts'
import { foldCard } from './fold.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import { reduce } from './session.ts'
import { expected } from './session/make.ts'
import { START, TODAY, PRESET, MINUTE, card, due, start, page } from './session/page.model.ts'
import { current, left, outcomesOfCurrent, sitting } from './session/view.ts'

describe('rating', () => {
  test('applies the outcome that was printed, even when the clock passed the rollover in between', () => {
    const one = page([card('a')], { nowMs: START + 18.95 * 60 * MINUTE })
    one.nowMs = START + 18.95 * 60 * MINUTE
    one.do({ type: 'reveal', nowMs: one.nowMs })
    const printed = outcomesOfCurrent(one.state)
    one.nowMs += 30 * MINUTE
    one.rate(3)
    expect(printed?.[3].next).toEqual({ phase: 'learning', step: 1, days: 1 })
    expect(one.events[0]).toMatchObject({ kind: 'answer', next: printed?.[3].next, after: null, rating: 3, presetVersion: PRESET })
  })

  test('needs the answer to be shown', () => {
    const one = page([card('a')])
    one.do({ type: 'rate', answering: { rating: 3, tookMs: 1, confidence: null, variant: 0, pointsTicked: null }, making: one.making })
    expect([one.events, one.shown]).toEqual([[], 'a'])
  })

  test('tells what was seen', () => {
    const one = page([due('a')]).rate(3)
    expect(one.events[0]).toMatchObject({ seen: { phase: 'review', stability: 10, difficulty: 5, elapsedDays: 10, intervalDays: 10 } })
    expect((one.events[0] as { seen: { recall: number } }).seen.recall).toBeCloseTo(0.9, 9)
  })

  test('a leech that is suspended is gone, and one undo brings it back', () => {
    const options = { [PRESET]: { ...DEFAULT_OPTIONS, leechThreshold: 1, leechAction: 'suspend' as const } }
    const one = page([due('a')], { options }).rate(1)
    expect([one.shown, one.events[0]]).toMatchObject([null, { suspends: true }])
    expect(one.undo().state.cards).toEqual(start([due('a')]).cards)
    expect(one.shown).toBe('a')
  })
})

describe('what is shown', () => {
  test('learning that is due, else the queue, else learning within 20 minutes, else waiting', () => {
    const one = page([card('a'), card('b')]).rate(1)
    expect(one.shown).toBe('b')
    expect(one.rate(4).shown).toBe('a')
    expect(current(one.rate(3).state)).toMatchObject({ kind: 'card', card: { id: 'a' } })
    expect(current(one.rate(3).state)).toEqual({ kind: 'done' })
  })

  test('a learning card that is far off is waited for', () => {
    const later = card('a', {
      phase: 'learning',
      step: 1,
      due: { dueAt: START + 50 * MINUTE },
      memory: { stability: 1, difficulty: 5 },
      lastDay: TODAY,
    })
    const one = page([later])
    expect(current(one.state)).toEqual({ kind: 'waiting', untilMs: START + 30 * MINUTE })
    expect(one.wait(29 * MINUTE).shown).toBeNull()
    expect(one.wait(MINUTE).shown).toBe('a')
  })

  test('a learning card of another day is not waited for', () => {
    const tomorrow = card('a', { phase: 'learning', step: 1, due: { dueAt: START + 24 * 60 * MINUTE }, lastDay: TODAY })
    expect(current(page([tomorrow]).state)).toEqual({ kind: 'done' })
  })

  test('a card that was answered today and placed today again is no sibling of its own', () => {
    expect(page([{ ...due('a'), state: { ...due('a').state, lastDay: TODAY } }]).shown).toBe('a')
  })

  test('the card on the screen stays while others come due', () => {
    const soon = card('b', { phase: 'learning', step: 0, due: { dueAt: START + MINUTE }, lastDay: TODAY })
    const one = page([due('a'), soon])
    expect(one.wait(5 * MINUTE).shown).toBe('a')
    expect(one.rate(3).shown).toBe('b')
  })

  test('the card just answered waits for the others, though it is due first', () => {
    const one = page([card('a'), card('b')])
      .rate(3)
      .rate(3)
    expect(one.rate(1).shown).toBe('b')
  })

  test.each([
    ['a sibling is hidden after an answer', DEFAULT_OPTIONS, [due('a', 'n'), due('b', 'n'), due('c')], 'c'],
    ['one of another note is not', DEFAULT_OPTIONS, [due('a'), due('b')], 'b'],
    ['nor where siblings are free', { ...DEFAULT_OPTIONS, buryReviewSiblings: false }, [due('a', 'n'), due('b', 'n')], 'b'],
    ['nor the card itself, which comes back', DEFAULT_OPTIONS, [card('a', {}, 'n'), card('b', {}, 'n')], 'a'],
  ])('%s', (_, preset, cards, shown) => {
    expect(page(cards, { options: { [PRESET]: preset } }).rate(3).shown).toBe(shown)
  })

  test.each(['bury', 'suspend'] as const)('%s takes the card away until it is undone', (type) => {
    const one = page([due('a'), due('b')])
    one.do({ type, making: one.making })
    expect([one.shown, one.events[0]?.kind]).toEqual(['b', 'mark'])
    expect(one.undo().shown).toBe('a')
    expect(one.state.cards).toEqual(start([due('a'), due('b')]).cards)
  })
})

test('a clock that is put back does not put back the session', () => {
  const one = page([card('a')])
  expect(one.do({ type: 'tick', nowMs: START - 90 * MINUTE }).state.nowMs).toBe(START)
})

describe('practice', () => {
  test('brings forgotten cards again until they are recalled, and moves nothing', () => {
    const cards = [due('a'), due('b')]
    const one = page(cards, { practice: true }).rate(1)
    expect([one.shown, one.rate(3).shown, one.rate(1).shown]).toEqual(['b', 'a', 'a'])
    expect(current(one.rate(3).state)).toEqual({ kind: 'done' })
    expect(one.state.cards).toEqual(start(cards).cards)
    expect(one.events.every((event) => event.kind === 'answer' && event.practice)).toBe(true)
    expect(one.undo().shown).toBe('a')
  })

  test.each(['bury', 'suspend'] as const)('%s takes a card out of practice until it is undone', (type) => {
    const one = page([due('a'), due('b')], { practice: true })
    one.do({ type, making: one.making })
    expect([one.shown, left(one.state).total]).toEqual(['b', 1])
    expect(one.undo().shown).toBe('a')
  })

  test('makes no leech', () => {
    const options = { [PRESET]: { ...DEFAULT_OPTIONS, leechThreshold: 1, leechAction: 'suspend' as const } }
    expect(page([due('a')], { options, practice: true }).rate(1).events[0]).toMatchObject({ suspends: false })
  })
})

test('what was forgotten is not also called hard', () => {
  const { forgotten, hard } = sitting(
    page([card('a'), card('b')])
      .rate(2)
      .rate(2)
      .rate(1)
      .rate(4).state,
  )
  expect([forgotten, hard]).toEqual([['a'], ['b']])
})

test('whatever is done, the session’s cards are what their events make of them, and undoing all of it is as before', () => {
  const acts = fc.array(fc.constantFrom<Rating | 'bury' | 'suspend' | 'undo' | 'wait'>(1, 2, 3, 4, 'bury', 'suspend', 'undo', 'wait'), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(acts, (done) => {
      const cards = [card('a', {}, 'n'), card('b', {}, 'n'), card('c'), card('d')]
      const one = page(cards)
      const stamped: StudyEvent[] = []
      for (const act of done) {
        if (act === 'wait') one.wait(7 * MINUTE)
        else if (act === 'undo') one.undo()
        else if (act === 'bury' || act === 'suspend') one.do({ type: act, making: one.making })
        else one.rate(act)
        stamped.push(...one.events.slice(stamped.length).map((event) => expected(event, one.nowMs) as StudyEvent))
      }
      const context = { place: 1, presetVersions: new Map([[PRESET, DEFAULT_OPTIONS]]), parameters: DEFAULT_OPTIONS.parameters }
      for (const { id } of cards) {
        const own = stamped.filter((event) => event.kind === 'void' || event.cardId === id)
        expect(one.state.cards[id]?.state).toEqual(foldCard(own, context))
      }
      while (one.state.acts.length > 0) one.undo()
      expect(one.state.cards).toEqual(start(cards).cards)
    }),
  )
})

test('a card that its note makes no longer is not shown again, and the next one is', () => {
  const state = start([due('a'), due('b')])
  const shown = state.shown?.cardId
  expect(shown).toBeDefined()
  const gone = reduce(state, { type: 'withdraw', cards: [shown!] }).state
  expect(gone.shown?.cardId).not.toBe(shown)
  expect(gone.queue).toHaveLength(1)
  expect(left(gone).total).toBe(1)
})
