// The queue and the session beside what Anki showed, from the first card of a day to the last. The fixture's `notRun` names the
// cases of settings that this queue does not have, and why.

import { describe, expect, test } from 'vitest'
import type { CardState, Phase, Rating, StudyCard } from './card.ts'
import { addDays, studyDayOf, studyDayStart } from './day.ts'
import recorded from './fixtures/anki-queue.json' with { type: 'json' }
import { newCardState } from './fold/apply.ts'
import type { CardId, DeckId, DeviceId, EventId, NoteId, PresetVersionId } from './ids.ts'
import { DEFAULT_OPTIONS } from './options.ts'
import type { Options } from './options.ts'
import { gather, LEARN_AHEAD_MS } from './queue.ts'
import type { QueueDeck } from './queue/limits.ts'
import { reduce, startSession } from './session.ts'
import type { SessionState } from './session/state.ts'
import { dueAtOf, upcoming } from './session/upcoming.ts'

type Recorded = {
  id: string
  now: string
  select: string
  newIgnoresReviewLimit: boolean
  presets: Record<string, Partial<Options> & { learningSteps?: string[] }>
  decks: RecordedDeck[]
  cards: RecordedCard[]
  ratings?: Record<string, string[]>
  expect: {
    counts: object
    queue: string[]
    session: [number, string, string][]
    nextDay?: { at: string; counts: object; queue: string[] }
  }
}
type RecordedDeck = { name: string; preset: string } & Partial<Record<'newLimit' | 'reviewLimit', number>> & {
    newLimitToday?: { limit: number; dayOffset?: number }
    reviewLimitToday?: { limit: number; dayOffset?: number }
    studiedToday?: { new?: number; review?: number }
  }
type RecordedCard = { name: string; deck: string; state: string } & Partial<{
  dueInDays: number
  dueAt: string
  position: number
  stepsLeft: number
  stability: number
  difficulty: number
  reps: number
  lapses: number
  lastReviewAt: string
  suspended: boolean
  buried: string
}>

/** Where Anki is not followed, and why. */
const DIFFERS: Record<string, string> = {
  'new-deck-children-limited': 'Anki shows first cards of notes before second ones across decks; here new cards come deck by deck',
  'siblings-interday-off': 'two cards are due on one day, and their order of chance is another',
}

const ZONE = { zone: 'UTC', rolloverHour: 4 }
const RATINGS: Record<string, Rating> = { again: 1, hard: 2, good: 3, easy: 4 }
const dayOf = (iso: string) => studyDayOf(Date.parse(iso), ZONE.zone, ZONE.rolloverHour)

function optionsOf({ presets, newIgnoresReviewLimit }: Recorded): ReadonlyMap<PresetVersionId, Options> {
  const entries = Object.entries(presets).map(([name, { learningSteps, ...preset }]) => {
    const steps = learningSteps ? { learningStepsMs: learningSteps.map((step) => Number.parseInt(step, 10) * 60_000) } : {}
    const free = { buryNewSiblings: false, buryReviewSiblings: false, buryInterdayLearningSiblings: false }
    return [name as PresetVersionId, { ...DEFAULT_OPTIONS, ...free, ...preset, ...steps, newIgnoresReviewLimit, fuzz: false }] as const
  })
  return new Map(entries)
}

/** The selected deck and those within it. */
function decksOf({ decks, select }: Recorded): QueueDeck[] {
  const chosen = decks.filter(({ name }) => name === select || name.startsWith(`${select}::`))
  return chosen.map((deck) => {
    const above = deck.name.split('::').slice(0, -1).join('::')
    const today = (limit: { limit: number; dayOffset?: number } | undefined) =>
      limit && limit.dayOffset === undefined ? limit.limit : undefined
    return {
      id: deck.name as DeckId,
      parentId: deck.name === select ? null : (above as DeckId),
      presetVersion: deck.preset as PresetVersionId,
      newLimit: today(deck.newLimitToday) ?? deck.newLimit ?? null,
      reviewLimit: today(deck.reviewLimitToday) ?? deck.reviewLimit ?? null,
    }
  })
}

function cardsOf(played: Recorded): StudyCard[] {
  const presetOf = new Map(played.decks.map(({ name, preset }) => [name, preset as PresetVersionId]))
  return played.cards.map((card, index) => {
    const [note = '', number = '1'] = card.name.split('.')
    // Anki shows the first cards of all notes before the second ones; here that is a matter of their places.
    const place = Number(number) * 1000 + (card.position ?? index)
    const presetVersion = presetOf.get(card.deck)
    if (!presetVersion) throw new Error(`no preset for ${card.deck}`)
    const ids = { id: card.name as CardId, noteId: note as NoteId, deckId: card.deck as DeckId }
    return { ...ids, presetVersion, place, state: stateOf(card, place, played.now) }
  })
}

function stateOf(card: RecordedCard, place: number, now: string): CardState {
  const today = dayOf(now)
  const fresh = newCardState(place)
  const common = { suspended: card.suspended ?? false, buriedUntilDay: card.buried ? addDays(today, 1) : null }
  if (card.state === 'new') return { ...fresh, ...common }
  const lastDay = card.lastReviewAt === undefined ? null : dayOf(card.lastReviewAt)
  return {
    ...fresh,
    ...common,
    phase: card.state as Phase,
    // One step is left of two in learning, of one in relearning.
    step: card.state === 'learning' ? 1 : card.state === 'relearning' ? 0 : null,
    due: card.dueAt === undefined ? { dueDay: addDays(today, card.dueInDays ?? 0) } : { dueAt: Date.parse(card.dueAt) },
    memory: { stability: card.stability ?? 1, difficulty: card.difficulty ?? 5 },
    reps: card.reps ?? 1,
    lapses: card.lapses ?? 0,
    firstDay: lastDay,
    lastDay,
  }
}

function gathered(played: Recorded, cards: readonly StudyCard[], now: string) {
  const today = dayOf(now)
  const done = played.now === now
  const studied = (kind: 'new' | 'review') =>
    new Map(played.decks.map(({ name, studiedToday }) => [name as DeckId, done ? (studiedToday?.[kind] ?? 0) : 0]))
  return gather({
    cards,
    decks: decksOf(played),
    options: optionsOf(played),
    today,
    nowMs: Date.parse(now),
    endOfDayMs: studyDayStart(addDays(today, 1), ZONE.zone, ZONE.rolloverHour),
    introducedToday: studied('new'),
    reviewedToday: studied('review'),
    answeredNotesToday: new Set(),
    waiting: new Set(),
    held: new Set(),
  })
}

function sessionOf(played: Recorded, cards: readonly StudyCard[], now: string): SessionState {
  const { learning, main } = gathered(played, cards, now)
  const options = Object.fromEntries(optionsOf(played))
  return startSession({
    cards: [...learning, ...main],
    options,
    ...ZONE,
    nowMs: Date.parse(now),
    practice: false,
    full: { new: [], reviews: [] },
    acts: [],
    touched: [],
  })
}

function shownOrder(state: SessionState): string[] {
  const { learning, main } = upcoming(state)
  const due = (card: StudyCard) => (dueAtOf(card) ?? 0) <= state.nowMs
  const ahead = learning.filter((card) => !due(card) && (dueAtOf(card) ?? 0) <= state.nowMs + LEARN_AHEAD_MS)
  return [...learning.filter(due), ...main, ...ahead].map(({ id }) => id)
}

/** Answers one card every ten seconds until nothing is shown. */
function playSession(played: Recorded): { session: unknown[]; cards: StudyCard[] } {
  const cards = cardsOf(played)
  let state = sessionOf(played, cards, played.now)
  const session: unknown[] = []
  const given: Record<string, number> = {}
  for (let turn = 0; state.shown && turn < 500; turn++) {
    const { cardId } = state.shown
    const nowMs = Date.parse(played.now) + turn * 10_000
    const count = (given[cardId] = (given[cardId] ?? 0) + 1)
    const rating = played.ratings?.[cardId]?.[count - 1] ?? 'good'
    session.push([turn * 10, cardId, rating])
    state = reduce(state, { type: 'reveal', nowMs }).state
    const answering = { rating: RATINGS[rating] ?? 3, tookMs: 1000, confidence: null, variant: 0, pointsTicked: null }
    const making = { id: `e${turn}` as EventId, device: 'd' as DeviceId, seq: turn, claimedAt: nowMs, nowMs }
    state = reduce(state, { type: 'rate', answering, making }).state
  }
  return { session, cards: cards.map((card) => state.cards[card.id] ?? card) }
}

/** All that is asked of a case, beside what was recorded. */
function compared(played: Recorded) {
  const cards = cardsOf(played)
  const { session, cards: after } = playSession(played)
  const tomorrow = played.expect.nextDay
  const ours = {
    counts: gathered(played, cards, played.now).counts,
    queue: shownOrder(sessionOf(played, cards, played.now)),
    session,
    ...(tomorrow && {
      nextDay: {
        at: tomorrow.at,
        counts: gathered(played, after, tomorrow.at).counts,
        queue: shownOrder(sessionOf(played, after, tomorrow.at)),
      },
    }),
  }
  return { ours, theirs: played.expect }
}

describe('what Anki showed', () => {
  const all = (recorded.cases as unknown as Recorded[]).map((played) => [played.id, played] as const)

  test.each(all.filter(([id]) => !(id in DIFFERS)))('%s', (_, played) => {
    const { ours, theirs } = compared(played)
    expect(ours).toEqual(theirs)
  })

  test.each(all.filter(([id]) => id in DIFFERS))('%s: not followed, and noticed', (_, played) => {
    const { ours, theirs } = compared(played)
    expect(ours).not.toEqual(theirs)
  })
})
