// What a review session is: plain values, so that it can be kept, compared and sent.

import type { CardState, Rating, StudyCard } from '../card.ts'
import { studyDayOf } from '../day.ts'
import type { StudyDay } from '../day.ts'
import type { FoldContext } from '../fold.ts'
import type { CardId, EventId, GroupId, PresetVersionId } from '../ids.ts'
import type { Options } from '../options.ts'
import type { Full } from '../queue/limits.ts'
import type { Outcomes } from '../schedule.ts'

export type SessionState = {
  zone: string
  rolloverHour: number
  /** Options by preset version. */
  options: Readonly<Record<string, Options>>
  /** Practice changes no schedule; forgotten cards come again until they are recalled. */
  practice: boolean
  /** The latest time that the session was told, in the server's time. */
  nowMs: number
  /** Every card that the session knows of, by id, as this device believes it to be. */
  cards: Readonly<Record<CardId, StudyCard>>
  /** The cards of the session in the order of the queue. Which of them are still to come follows from their states. */
  queue: readonly CardId[]
  /** The decks that had no room for another card as the queue was gathered. */
  full: Full
  shown: Shown | null
  /** What can be undone, oldest first. */
  acts: readonly Act[]
  /** The answers of the sitting, oldest first. */
  answers: readonly SittingAnswer[]
  /** Events made here that the server has not acknowledged, and the cards they touch. */
  unacknowledged: readonly { event: EventId; cards: readonly CardId[] }[]
}

export type Shown = {
  cardId: CardId
  /** Set once the answer is shown: the outcomes as printed, which are the ones applied, and the head they stand on. */
  revealed: { outcomes: Outcomes; after: EventId | null } | null
}

/** Something the learner did, with its cards as they were before. */
export type Act = {
  group: GroupId
  before: readonly { cardId: CardId; state: CardState }[]
  /** Whether cards of the queue were gathered since: another card may have its cards' places. */
  gatheredSince: boolean
}

export type SittingAnswer = { group: GroupId; cardId: CardId; rating: Rating; atMs: number }

export function todayOf({ nowMs, zone, rolloverHour }: SessionState): StudyDay {
  return studyDayOf(nowMs, zone, rolloverHour)
}

export function optionsOf(state: SessionState, card: StudyCard): Options {
  const options = state.options[card.presetVersion]
  if (!options) throw new Error(`The session has no options for preset version ${card.presetVersion}.`)
  return options
}

export function foldContextOf(card: StudyCard, options: Readonly<Record<string, Options>>): FoldContext {
  const presetVersions = new Map(Object.entries(options) as [PresetVersionId, Options][])
  const parameters = options[card.presetVersion]?.parameters
  if (!parameters) throw new Error(`The session has no options for preset version ${card.presetVersion}.`)
  return { place: card.place, presetVersions, parameters }
}
