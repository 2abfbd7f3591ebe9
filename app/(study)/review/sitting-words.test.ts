import { expect, test } from 'vitest'
import { foldCard } from '#lib/core/fold.ts'
import { parseStudyDay } from '#lib/core/day.ts'
import type { CardId, DeckId, GroupId, NoteId, PresetVersionId } from '#lib/core/ids.ts'
import type { CardState, StudyCard } from '#lib/core/card.ts'
import { DEFAULT_OPTIONS } from '#lib/core/options.ts'
import type { SessionState } from '#lib/core/session/state.ts'
import type { LastAct } from './sitting-view.ts'
import { nextDay, saidOf, toastOf, undoWords } from './sitting-words.ts'

const untouched = foldCard([], { place: 0, presetVersions: new Map(), parameters: DEFAULT_OPTIONS.parameters })
const days = { phase: 'review', step: null, days: 3 } as const
const minutes = { phase: 'learning', step: 1, ms: 600_000 } as const

test.each([
  { last: null, practice: false, said: '12 left.', toast: null },
  { last: { kind: 'rate', rating: 3, next: days, suspends: false }, practice: false, said: 'Good, next in 3 days. 12 left.', toast: null },
  {
    last: { kind: 'rate', rating: 1, next: minutes, suspends: false },
    practice: false,
    said: 'Again, next in 10 minutes. 12 left.',
    toast: null,
  },
  { last: { kind: 'rate', rating: 1, next: days, suspends: false }, practice: true, said: 'Again. 12 left.', toast: null },
  {
    last: { kind: 'rate', rating: 1, next: days, suspends: true },
    practice: false,
    said: 'Again, next in 3 days. 12 left.',
    toast: 'Card suspended: it was forgotten too often.',
  },
  { last: { kind: 'bury' }, practice: false, said: '12 left.', toast: 'Card buried until tomorrow.' },
  { last: { kind: 'suspend' }, practice: false, said: '12 left.', toast: 'Card suspended: it no longer comes back.' },
  { last: { kind: 'undo' }, practice: false, said: 'Undone. 12 left.', toast: null },
] satisfies { last: LastAct | null; practice: boolean; said: string; toast: string | null }[])(
  'after $last',
  ({ last, practice, said, toast }) => {
    expect(saidOf(last, 12, practice).replaceAll('\u00a0', ' ')).toBe(said)
    expect(toastOf(last)).toBe(toast)
  },
)

test.each([
  { acts: ['answer'], words: 'Undo the last answer' },
  { acts: ['answer', 'bury'], words: 'Undo the last act' },
  { acts: [], words: 'Undo the last act' },
])('undo after $acts', ({ acts, words }) => {
  const answers = [{ group: 'answer' as GroupId, cardId: 'c' as CardId, rating: 3 as const, atMs: 0 }]
  expect(undoWords({ acts: acts.map((group) => ({ group: group as GroupId, before: [], gatheredSince: false })), answers })).toBe(words)
})

const dayOf = (text: string) => parseStudyDay(text)!

function cardDue(name: string, state: Partial<CardState>): StudyCard {
  const id = name as CardId
  const rest = { noteId: id as string as NoteId, deckId: 'd' as DeckId, presetVersion: 'p' as PresetVersionId, place: 0 }
  return { id, ...rest, state: { ...untouched, ...state } }
}

const session = (cards: StudyCard[]) =>
  ({
    zone: 'UTC',
    rolloverHour: 4,
    nowMs: Date.UTC(2026, 10, 24, 12),
    cards: Object.fromEntries(cards.map((card) => [card.id, card])),
  }) as unknown as SessionState

const tomorrow = { due: { dueDay: dayOf('2026-11-25') } }
const friday = { due: { dueDay: dayOf('2026-11-27') } }
const fresh = {}

test.each([
  {
    what: 'only what the queue said',
    load: { '2026-11-25': 4 },
    newTomorrow: 0,
    before: [],
    after: [],
    next: { day: '2026-11-25', count: 4 },
  },
  {
    what: 'a card of this sitting comes on top',
    load: { '2026-11-25': 4 },
    newTomorrow: 0,
    before: [fresh],
    after: [tomorrow],
    next: { day: '2026-11-25', count: 5 },
  },
  {
    what: 'a card that was counted already is not counted twice',
    load: { '2026-11-25': 1 },
    newTomorrow: 0,
    before: [tomorrow],
    after: [tomorrow],
    next: { day: '2026-11-25', count: 1 },
  },
  {
    what: 'a card that moved on leaves its day',
    load: { '2026-11-25': 1 },
    newTomorrow: 0,
    before: [tomorrow],
    after: [friday],
    next: { day: '2026-11-27', count: 1 },
  },
  { what: 'suspended cards do not come', load: {}, newTomorrow: 0, before: [fresh], after: [{ ...tomorrow, suspended: true }], next: null },
  {
    what: 'new cards come tomorrow as well',
    load: { '2026-11-25': 1 },
    newTomorrow: 10,
    before: [],
    after: [],
    next: { day: '2026-11-25', count: 11 },
  },
  { what: 'today is over', load: { '2026-11-24': 9 }, newTomorrow: 0, before: [], after: [], next: null },
] satisfies {
  what: string
  load: Record<string, number>
  newTomorrow: number
  before: Partial<CardState>[]
  after: Partial<CardState>[]
  next: unknown
}[])('$what', ({ load, newTomorrow, before, after, next }) => {
  const cards = (states: Partial<CardState>[]) => session(states.map((state, index) => cardDue(`c${index}`, state)))
  expect(nextDay({ session: cards(after), loaded: cards(before).cards, load, newTomorrow })).toEqual(next)
})
