import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardState, Rating, StudyCard } from './card.ts'
import { addDays, studyDayOf } from './day.ts'
import type { MadeEvent, StudyEvent } from './event.ts'
import { foldCard } from './fold.ts'
import { newCardState } from './fold/apply.ts'
import type { CardId, DeckId, DeviceId, EventId, GroupId, NoteId, PresetVersionId } from './ids.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import { reduce, startSession } from './session.ts'
import type { SessionAction, SessionStart } from './session.ts'
import { expected } from './session/make.ts'
import type { SessionState } from './session/state.ts'
import { current, left, outcomesOfCurrent, sitting } from './session/view.ts'
import type { EventStatus } from './wire.ts'

const START = Date.UTC(2026, 0, 10, 9)
const TODAY = studyDayOf(START, 'UTC', 4)
const PRESET = 'preset' as PresetVersionId
const MINUTE = 60_000
const NOT_FULL = { new: [], reviews: [] }
const FULL = { new: ['deck' as DeckId], reviews: ['deck' as DeckId] }

function card(id: string, state: Partial<CardState> = {}, note = id): StudyCard {
  const ids = { id: id as CardId, noteId: note as NoteId, deckId: 'deck' as DeckId, presetVersion: PRESET }
  return { ...ids, place: 1, state: { ...newCardState(1), ...state } }
}

const due = (id: string, note = id) =>
  card(
    id,
    {
      phase: 'review',
      due: { dueDay: TODAY },
      memory: { stability: 10, difficulty: 5 },
      reps: 3,
      firstDay: addDays(TODAY, -20),
      lastDay: addDays(TODAY, -10),
    },
    note,
  )

function start(cards: StudyCard[], more: Partial<SessionStart> = {}): SessionState {
  const options = { [PRESET]: DEFAULT_OPTIONS }
  return startSession({
    cards,
    options,
    zone: 'UTC',
    rolloverHour: 4,
    nowMs: START,
    practice: false,
    full: NOT_FULL,
    acts: [],
    touched: [],
    ...more,
  })
}

/** A page with one learner: keeps the events that it is given, as the outbox would. */
class Page {
  state: SessionState
  nowMs = START
  readonly events: MadeEvent[] = []

  constructor(state: SessionState) {
    this.state = state
  }

  do(action: SessionAction): this {
    const { state, events } = reduce(this.state, action)
    this.state = state
    this.events.push(...events)
    return this
  }

  get making() {
    const seq = this.events.length
    return { id: `e${String(seq).padStart(3, '0')}` as EventId, device: 'd' as DeviceId, seq, claimedAt: this.nowMs, nowMs: this.nowMs }
  }

  rate(rating: Rating): this {
    const answering = { rating, tookMs: 3000, confidence: null, variant: 0, pointsTicked: null }
    return this.do({ type: 'reveal', nowMs: this.nowMs }).do({ type: 'rate', answering, making: this.making })
  }

  undo(): this {
    return this.do({ type: 'undo', making: this.making })
  }

  wait(ms: number): this {
    this.nowMs += ms
    return this.do({ type: 'tick', nowMs: this.nowMs })
  }

  get shown(): string | null {
    return this.state.shown?.cardId ?? null
  }
}

const page = (cards: StudyCard[], more?: Partial<SessionStart>) => new Page(start(cards, more))

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

describe('undo', () => {
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
})

describe('the server', () => {
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
