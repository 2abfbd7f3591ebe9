// The state of a card: what the fold of its events gives, and what a card's row caches.

import type { StudyDay } from './day.ts'
import type { CardId, DeckId, EventId, NoteId, PresetVersionId } from './ids.ts'

export type Phase = 'new' | 'learning' | 'review' | 'relearning'
/** Again, Hard, Good, Easy. */
export type Rating = 1 | 2 | 3 | 4

/** FSRS memory: stability in days, difficulty from 1 to 10. */
export type Memory = { stability: number; difficulty: number }

/** When a card is due: exactly one of a study day, an instant within the day, or, for a new card, its place in the queue of new cards. */
export type Due = { dueDay: StudyDay } | { dueAt: number } | { position: number }

export type CardState = {
  phase: Phase
  /** Index of the step the card waits on, in learning and relearning; else null. */
  step: number | null
  due: Due
  memory: Memory | null
  reps: number
  /** Again in review. */
  lapses: number
  /** Study day of the first standing answer since the last reset. */
  firstDay: StudyDay | null
  /** The greatest study day of the standing answers and restores since the last reset: elapsed days are counted from it. */
  lastDay: StudyDay | null
  suspended: boolean
  /** The card is buried while the study day is earlier than this. */
  buriedUntilDay: StudyDay | null
  /** 0 is none, 1 to 7. */
  flag: number
  marked: boolean
  /** The last standing answer, place, reset or restore. */
  head: EventId | null
}

/** A card's state with what the queue must know of the card itself. */
export type StudyCard = {
  id: CardId
  noteId: NoteId
  deckId: DeckId
  presetVersion: PresetVersionId
  /** The card's place in its deck: its position while it has no head. */
  place: number
  state: CardState
}
