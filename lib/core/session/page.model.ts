// A page with a session on it, for tests of the reducer: cards that are due, and what a learner does with them.

import type { CardState, Rating, StudyCard } from '../card.ts'
import { addDays, studyDayOf } from '../day.ts'
import type { MadeEvent } from '../event.ts'
import { newCardState } from '../fold/apply.ts'
import type { CardId, DeckId, DeviceId, EventId, NoteId, PresetVersionId } from '../ids.ts'
import { DEFAULT_OPTIONS } from '../options.ts'
import { reduce, type SessionAction, type SessionStart, startSession } from '../session.ts'
import type { SessionState } from './state.ts'

export const START = Date.UTC(2026, 0, 10, 9)
export const TODAY = studyDayOf(START, 'UTC', 4)
export const PRESET = 'preset' as PresetVersionId
export const MINUTE = 60_000
export const NOT_FULL = { new: [], reviews: [] }
export const FULL = { new: ['deck' as DeckId], reviews: ['deck' as DeckId] }

export function card(id: string, state: Partial<CardState> = {}, note = id): StudyCard {
  const ids = { id: id as CardId, noteId: note as NoteId, deckId: 'deck' as DeckId, presetVersion: PRESET }
  return { ...ids, place: 1, state: { ...newCardState(1), ...state } }
}

export const due = (id: string, note = id) =>
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

export function start(cards: StudyCard[], more: Partial<SessionStart> = {}): SessionState {
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
export class Page {
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

export const page = (cards: StudyCard[], more?: Partial<SessionStart>) => new Page(start(cards, more))
