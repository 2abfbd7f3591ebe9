import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardState, StudyCard } from './card.ts'
import { addDays } from './day.ts'
import type { StudyDay } from './day.ts'
import { newCardState } from './fold/apply.ts'
import type { CardId, DeckId, NoteId, PresetVersionId } from './ids.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { gather } from './queue.ts'
import type { QueueInput } from './queue.ts'
import type { QueueDeck } from './queue/limits.ts'
import { mixed } from './queue/order.ts'

const TODAY = 20_000 as StudyDay
const NOW = TODAY * 86_400_000
const PRESET = 'preset' as PresetVersionId

function card(id: string, note: string, state: Partial<CardState> = {}, deck = 'deck', place = 0): StudyCard {
  const ids = { id: id as CardId, noteId: note as NoteId, deckId: deck as DeckId, presetVersion: PRESET }
  return { ...ids, place, state: { ...newCardState(place), ...state } }
}

const review = (id: string, note = id, state: Partial<CardState> = {}, deck = 'deck') =>
  card(
    id,
    note,
    { phase: 'review', due: { dueDay: TODAY }, memory: { stability: 9, difficulty: 5 }, lastDay: addDays(TODAY, -9), ...state },
    deck,
  )

const deck = (id: string, more: Partial<QueueDeck> = {}): QueueDeck => ({
  id: id as DeckId,
  parentId: null,
  presetVersion: PRESET,
  newLimit: null,
  reviewLimit: null,
  ...more,
})

function input(cards: StudyCard[], more: Partial<QueueInput> = {}, options: Partial<Options> = {}): QueueInput {
  return {
    cards,
    decks: [deck('deck')],
    options: new Map([[PRESET, { ...DEFAULT_OPTIONS, ...options }]]),
    today: TODAY,
    nowMs: NOW,
    endOfDayMs: NOW + 20 * 3_600_000,
    introducedToday: new Map(),
    reviewedToday: new Map(),
    answeredNotesToday: new Set(),
    waiting: new Set(),
    held: new Set(),
    ...more,
  }
}

const mainOf = (...args: Parameters<typeof input>) => gather(input(...args)).main.map(({ id }) => id as string)

describe('new cards', () => {
  const three = [card('a', 'a', {}, 'deck', 1), card('b', 'b', {}, 'deck', 2), card('c', 'c', {}, 'deck', 3)]

  test('one that waits leaves its place to the next', () => {
    const limited = { decks: [deck('deck', { newLimit: 2 })] }
    expect(mainOf(three, limited)).toEqual(['a', 'b'])
    expect(mainOf(three, { ...limited, waiting: new Set(['a' as CardId]) })).toEqual(['b', 'c'])
  })

  test('those that a browser holds count first: what becomes free in the day brings it none beyond its limit', () => {
    const limited = { decks: [deck('deck', { newLimit: 2 })] }
    expect(mainOf(three, { ...limited, held: new Set(['b', 'c'] as CardId[]) })).toEqual(['b', 'c'])
    expect(mainOf(three, { ...limited, held: new Set(['c' as CardId]) })).toEqual(['c', 'a'])
  })

  test('a card that was answered is a review, whatever it waits for', () => {
    expect(mainOf([review('a')], { waiting: new Set(['a' as CardId]) })).toEqual(['a'])
  })
})

describe('siblings', () => {
  test('one card of a note a day: a review goes before a new card', () => {
    expect(mainOf([card('new', 'n'), review('old', 'n')])).toEqual(['old'])
  })
  test('a note of which a card was answered today has had its day', () => {
    expect(mainOf([review('a', 'n'), review('b', 'other')], { answeredNotesToday: new Set(['n' as NoteId]) })).toEqual(['b'])
  })
  test('the card that was itself answered is not hidden by its own answer', () => {
    expect(mainOf([review('a', 'n', { lastDay: TODAY })], { answeredNotesToday: new Set(['n' as NoteId]) })).toEqual(['a'])
  })
  test('the next day they are back', () => {
    expect(mainOf([review('a', 'n')], { today: addDays(TODAY, 1), answeredNotesToday: new Set() })).toEqual(['a'])
  })
  test('learning cards that are due come whatever their siblings do, and hide them', () => {
    const learning = (id: string) => card(id, 'n', { phase: 'learning', step: 0, due: { dueAt: NOW }, lastDay: TODAY })
    const queue = gather(input([learning('a'), learning('b'), review('c', 'n')]))
    expect([queue.learning.map(({ id }) => id), queue.main]).toEqual([['a', 'b'], []])
  })
  test('a suspended or buried sibling has no day to take', () => {
    const cards = [review('a', 'n', { suspended: true }), review('b', 'n', { buriedUntilDay: addDays(TODAY, 1) }), card('c', 'n')]
    expect(mainOf(cards)).toEqual(['c'])
  })
})

test('a bury ends on its day', () => {
  expect(mainOf([review('a', 'a', { buriedUntilDay: TODAY })])).toEqual(['a'])
})

test('reviews come by due day, and within one in an order that holds all day and changes with it', () => {
  const cards = [...'abcdefgh'].map((id) => review(id)).concat(review('z', 'z', { due: { dueDay: addDays(TODAY, -1) } }))
  const order = mainOf(cards)
  expect(order[0]).toBe('z')
  expect(mainOf([...cards].reverse())).toEqual(order)
  expect(mainOf(cards, { today: addDays(TODAY, 1) })).not.toEqual(order)
})

test('the first of the chosen decks decides how new cards are mixed in', () => {
  const before = 'before' as PresetVersionId
  const options = new Map([
    [PRESET, DEFAULT_OPTIONS],
    [before, { ...DEFAULT_OPTIONS, newMix: 'before' as const }],
  ])
  const decks = [deck('deck', { presetVersion: before }), deck('below', { parentId: 'deck' as DeckId })]
  expect(mainOf([review('old'), card('new', 'new')], { options, decks })).toEqual(['new', 'old'])
  expect(mainOf([review('old'), card('new', 'new')], { options, decks: [deck('deck')] })).toEqual(['old', 'new'])
})

test('cards of decks that were not chosen are passed over', () => {
  expect(mainOf([review('a', 'a', {}, 'elsewhere')])).toEqual([])
})

test.each([
  ['a preset version without options', { options: new Map() }, /preset version/],
  [
    'a deck within itself',
    { decks: [deck('deck', { parentId: 'b' as DeckId }), deck('b', { parentId: 'deck' as DeckId })] },
    /within itself/,
  ],
])('%s is refused', (_, more, message) => expect(() => gather(input([], more))).toThrow(message))

test.each([
  ['mixed', 'r1 r2 n1 r3 r4'],
  ['before', 'n1 r1 r2 r3 r4'],
  ['after', 'r1 r2 r3 r4 n1'],
] as const)('new cards %s', (mix, expected) => {
  const first = ['r1', 'r2', 'r3', 'r4'].map((id) => review(id))
  expect(
    mixed(first, [card('n1', 'n1')], mix)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected)
})

test('no limit of a deck or of one above it is ever exceeded, and one that is left over means that nothing more was there', () => {
  const limit = fc.option(fc.nat(6), { nil: null })
  const world = fc.record({
    limits: fc.array(fc.record({ newLimit: limit, reviewLimit: limit, parent: fc.nat(4) }), { minLength: 1, maxLength: 5 }),
    cards: fc.array(fc.record({ deck: fc.nat(4), isNew: fc.boolean() }), { maxLength: 40 }),
    ignores: fc.boolean(),
    done: fc.nat(3),
  })
  fc.assert(
    fc.property(world, ({ limits, cards, ignores, done }) => {
      // A deck's parent is an earlier one, so the tree has no loop.
      const decks = limits.map(({ parent, ...own }, index) =>
        deck(`d${index}`, { ...own, parentId: index === 0 ? null : (`d${parent % index}` as DeckId) }),
      )
      const all = cards.map(({ deck: of, isNew }, index) => (isNew ? card : review)(`c${index}`, `c${index}`, {}, `d${of % decks.length}`))
      const options = { newPerDay: 4, reviewsPerDay: 5, newIgnoresReviewLimit: ignores }
      const { main } = gather(input(all, { decks, introducedToday: new Map([['d0' as DeckId, done]]) }, options))
      const chain = (id: DeckId | null): DeckId[] =>
        id === null ? [] : [id, ...chain(decks.find((one) => one.id === id)?.parentId ?? null)]
      for (const one of decks) {
        const within = main.filter(({ deckId }) => chain(deckId).includes(one.id))
        const fresh = within.filter(({ state }) => state.phase === 'new').length
        const doneHere = one.id === 'd0' ? done : 0
        const reviewLimit = one.reviewLimit ?? 5
        expect(fresh).toBeLessThanOrEqual(Math.max(0, (one.newLimit ?? 4) - doneHere))
        expect(within.length - fresh).toBeLessThanOrEqual(reviewLimit)
        if (!ignores && fresh > 0) expect(within.length + doneHere).toBeLessThanOrEqual(reviewLimit)
      }
      const left = all.filter((one) => !main.includes(one) && one.state.phase === 'review')
      const full = (id: DeckId) => {
        const count = main.filter(({ deckId, state }) => chain(deckId).includes(id) && state.phase === 'review').length
        const spent = id === 'd0' && !ignores ? done : 0
        return count + spent >= (decks.find((one) => one.id === id)?.reviewLimit ?? 5)
      }
      for (const one of left) expect(chain(one.deckId).some(full)).toBe(true)
    }),
  )
})
