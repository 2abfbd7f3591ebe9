// The vocabulary of what a learner does. An event is immutable; its id is made by the device that made it.

import type { Memory, Phase, Rating } from './card.ts'
import type { StudyDay } from './day.ts'
import type { CardId, DeviceId, EventId, GroupId, PresetVersionId } from './ids.ts'

/** Where an event places a card, relative to the event itself, so that a corrected clock keeps the interval that was printed. */
export type Next =
  | { phase: 'learning' | 'relearning'; step: number; ms: number }
  | { phase: 'learning' | 'relearning'; step: number; days: number }
  | { phase: 'review'; step: null; days: number }
  | { phase: 'new'; position: number }

/** What the learner was told before answering: kept for statistics, never folded. */
export type Seen = {
  phase: Phase
  stability: number | null
  difficulty: number | null
  elapsedDays: number | null
  /** Predicted probability of recall, 0 to 1. */
  recall: number | null
  intervalDays: number | null
}

type Made = {
  id: EventId
  group: GroupId
  device: DeviceId
  /** Order of making on one device: no key, but it orders times. */
  seq: number
  /** The device's clock, in ms since the epoch. */
  claimedAt: number
  /** IANA zone and rollover hour in force when the event was made. */
  zone: string
  rolloverHour: number
}

type OnCard = { cardId: CardId }
type Placing = { after: EventId | null; next: Next }

export type AnswerEvent = Made &
  OnCard &
  Placing & {
    kind: 'answer'
    rating: Rating
    tookMs: number
    presetVersion: PresetVersionId
    seen: Seen
    practice: boolean
    /** The answer made a leech whose preset suspends leeches. */
    suspends: boolean
    confidence: 'sure' | 'unsure' | null
    variant: number
    pointsTicked: number | null
  }

export type PlaceEvent = Made &
  OnCard &
  Placing & {
    kind: 'place'
    why: 'chosen' | 'reschedule'
    presetVersion: PresetVersionId
  }

export type ResetEvent = Made & OnCard & { kind: 'reset'; after: EventId | null; keepCounts: boolean }

export type RestoreEvent = Made &
  OnCard &
  Placing & {
    kind: 'restore'
    memory: Memory | null
    reps: number
    lapses: number
  }

/** Exactly one of the four fields is set. */
export type MarkEvent = Made &
  OnCard & { kind: 'mark' } & ({ suspended: boolean } | { buried: boolean } | { flag: number } | { marked: boolean })

export type VoidEvent = Made & { kind: 'void'; target: GroupId }

/** An event as its device made it. */
export type MadeEvent = AnswerEvent | PlaceEvent | ResetEvent | RestoreEvent | MarkEvent | VoidEvent

/** Fixed by the server at first ingest, sent back, never changed. */
export type Stamp = {
  /** Ms since the epoch. */
  at: number
  studyDay: StudyDay
  /** Number of the event among all of its learner's. */
  cursor: number
}

export type StudyEvent = MadeEvent & Stamp
