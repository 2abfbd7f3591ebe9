// What browser and server say to each other: the JSON of docs/api.md, and the way between it and core's values.
// Times are ISO 8601 in UTC, study days YYYY-MM-DD, and what is absent is null.

import type { CardState, Due, StudyCard } from './card.ts'
import { formatStudyDay, parseStudyDay, type StudyDay } from './day.ts'
import type { MadeEvent, StudyEvent } from './event.ts'
import type { CardId, EventId, GroupId, PresetId, PresetVersionId, UserId } from './ids.ts'
import type { Options } from './options.ts'
import type { Full } from './queue/limits.ts'
import { formatTime, parseTime } from './time.ts'

export const FORMAT_VERSION = 1
/** The most events that one batch may carry. */
export const BATCH_LIMIT = 500

export type WireCardState = Omit<CardState, 'due' | 'firstDay' | 'lastDay' | 'buriedUntilDay'> & {
  dueDay: string | null
  dueAt: string | null
  position: number | null
  firstDay: string | null
  lastDay: string | null
  buriedUntilDay: string | null
}

/** A fact as the source panel shows it; statement is safe HTML. */
export type CardFact = { id: string; topic: string; statement: string }

/** What a card shows, rendered on the server: safe HTML. */
export type CardContent = {
  deck: string
  topic: string | null
  kind: 'question' | 'cloze' | 'list'
  /** One or more wordings; filled is the sentence with its gap filled, on a cloze. */
  fronts: { html: string; filled: string | null }[]
  back: { html: string }
  /** An explanation, shown after the answer. */
  why: { html: string } | null
  /** The learner wrote it: no facts stand behind it. */
  own: boolean
  facts: CardFact[]
  citation: string | null
  /** Year of the reference that the citation rests on. */
  year: number | null
}

export type WireCard = Omit<StudyCard, 'state'> & { state: WireCardState; content: CardContent }
export type ReviewCard = StudyCard & { content: CardContent }

// Distributes over the kinds, so that each keeps its own fields.
type Retimed<Event, Times> = Event extends unknown ? Omit<Event, keyof Times> & Times : never
export type WireMadeEvent = Retimed<MadeEvent, { claimedAt: string }>
export type WireEvent = Retimed<StudyEvent, { claimedAt: string; at: string; studyDay: string }>

/** An act that can be undone, with its cards' whole histories, so that the browser can fold them without it. */
export type WireAct = { group: GroupId; cardIds: CardId[] }

/** What a learner studies beyond the day's queue: more new cards, or what was forgotten today as practice. */
export type More = 'new' | 'forgotten'

export type QueueAnswer = {
  learner: UserId
  now: string
  zone: string
  rolloverHour: number
  presetVersions: { id: PresetVersionId; presetId: PresetId; options: Options }[]
  /** Cards that fall due on each of the coming days. */
  load: Record<string, number>
  /** New cards that tomorrow brings, once today's are done. */
  newTomorrow: number
  counts: { new: number; learning: number; review: number }
  /** Decks whose limits let no more of the kind through today: what undo puts back takes the place of another card there. */
  full: Full
  /** In the order to show: learning first, then the main queue. */
  cards: WireCard[]
  /** What was done today and can be undone, oldest first. */
  acts: WireAct[]
  touched: { card: WireCard; events: WireEvent[] }[]
}

export type EventStatus = 'saved' | 'unknown-card' | 'unknown-target' | 'unknown-preset' | 'malformed'

export type BatchRequest = {
  formatVersion: typeof FORMAT_VERSION
  learner: UserId
  device: string
  sentAt: string
  events: WireMadeEvent[]
  /** Cards that the browser still holds unanswered: the refill leaves them out. Absent: no refill. */
  holding?: CardId[]
}

export type BatchResult = {
  id: EventId
  status: EventStatus
  at: string | null
  studyDay: string | null
  cursor: number | null
}

export type BatchAnswer = {
  /** The server's time when it answered. */
  now: string
  results: BatchResult[]
  cards: { id: CardId; state: WireCardState; cursor: number }[]
  refill: WireCard[]
}

const dayText = (day: StudyDay | null) => (day === null ? null : formatStudyDay(day))

function dayOf(text: string | null): StudyDay | null {
  return text === null ? null : parseStudyDay(text)
}

export function encodeState(state: CardState): WireCardState {
  const { due, firstDay, lastDay, buriedUntilDay, ...rest } = state
  return {
    ...rest,
    dueDay: 'dueDay' in due ? formatStudyDay(due.dueDay) : null,
    dueAt: 'dueAt' in due ? formatTime(due.dueAt) : null,
    position: 'position' in due ? due.position : null,
    firstDay: dayText(firstDay),
    lastDay: dayText(lastDay),
    buriedUntilDay: dayText(buriedUntilDay),
  }
}

/** Exactly one of the three is set; throws where that is broken, since no screen could say when such a card is due. */
export function dueOf(dueDay: StudyDay | null, dueAt: number | null, position: number | null): Due {
  if (dueDay !== null) return { dueDay }
  if (dueAt !== null) return { dueAt }
  if (position !== null) return { position }
  throw new Error('A card is due neither on a day, nor at a time, nor at a position.')
}

export function decodeState(wire: WireCardState): CardState {
  const { dueDay, dueAt, position, firstDay, lastDay, buriedUntilDay, ...rest } = wire
  return {
    ...rest,
    due: dueOf(dayOf(dueDay), dueAt === null ? null : parseTime(dueAt), position),
    firstDay: dayOf(firstDay),
    lastDay: dayOf(lastDay),
    buriedUntilDay: dayOf(buriedUntilDay),
  }
}

export function decodeCard(wire: WireCard): ReviewCard {
  return { ...wire, state: decodeState(wire.state) }
}

export function encodeMade(event: MadeEvent): WireMadeEvent {
  return { ...event, claimedAt: formatTime(event.claimedAt) }
}

export function encodeEvent(event: StudyEvent): WireEvent {
  const { at, studyDay, claimedAt } = event
  return { ...event, claimedAt: formatTime(claimedAt), at: formatTime(at), studyDay: formatStudyDay(studyDay) }
}

/** Of an event that this app encoded; throws where a time is none. */
export function decodeEvent(wire: WireEvent): StudyEvent {
  const claimedAt = parseTime(wire.claimedAt)
  const at = parseTime(wire.at)
  const studyDay = parseStudyDay(wire.studyDay)
  if (claimedAt === null || at === null || studyDay === null) throw new Error(`Event ${wire.id} has a time that is none.`)
  return { ...wire, claimedAt, at, studyDay }
}
