// A learner's day as it stands now: what was done, and what core's queue gathers from what is due. Today and the review page
// both show this, so that they agree.

import type { StudyCard } from '#lib/core/card.ts'
import { addDays, type StudyDay, studyDayOf, studyDayStart } from '#lib/core/day.ts'
import type { AnswerEvent, StudyEvent } from '#lib/core/event.ts'
import { standingEvents } from '#lib/core/fold.ts'
import type { CardId, DeckId, NoteId, PresetVersionId, UserId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import { gather, type Queue } from '#lib/core/queue.ts'
import { waitingCards } from '#lib/core/queue/waiting.ts'
import type { QueueDeck } from '#lib/core/queue/limits.ts'
import { database } from '#lib/db/client.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'
import { type DeckRow, decksOf, dueCards, eventsSince, metNotes, newCards, studyCards } from '#lib/db/queue-rows.ts'
import { deckBase } from './card-content.ts'
import type { Learner } from './learner.ts'

/** "Study more" brings so many new cards at a time. */
export const MORE_NEW = 10

export type Day = {
  today: StudyDay
  nowMs: number
  decks: DeckRow[]
  versions: Map<PresetVersionId, PresetVersionRow>
  /** Events of today, and of the sitting where it began before; those that stand, in order. */
  standing: StudyEvent[]
  /** The day as it stands. */
  queue: Queue
  /** New cards that would come beyond the limit, where the learner asked for more now. */
  moreNew: StudyCard[]
  /** New cards that tomorrow would bring, where nothing else is done today: an upper bound, since what is learnt today may hide some. */
  newTomorrow: number
}

/** `sinceMs`: when the sitting began, where that may have been before the day did; `holding`: what its browser was given already. */
export async function gatherDay(
  learner: Learner,
  now: number,
  sinceMs: number | null = null,
  holding: readonly CardId[] = [],
): Promise<Day> {
  const { id, zone, rolloverHour } = learner
  const today = studyDayOf(now, zone, rolloverHour)
  const tomorrow = addDays(today, 1)
  const [endOfDayMs, endOfTomorrowMs] = [tomorrow, addDays(tomorrow, 1)].map((day) => studyDayStart(day, zone, rolloverHour)) as [
    number,
    number,
  ]
  const [decks, events, due] = await Promise.all([
    decksOf(id),
    eventsSince(id, sinceMs === null ? today : earlier(today, studyDayOf(sinceMs, zone, rolloverHour))),
    dueCards(id, tomorrow, endOfTomorrowMs),
  ])
  const standing = standingEvents(events).filter((event) => event.studyDay === today || (sinceMs !== null && event.at >= sinceMs))
  const answers = standing.filter(isStudy).filter((event) => event.studyDay === today)
  const [versions, answered] = await Promise.all([
    presetVersions(
      database(),
      id,
      decks.map((deck) => deck.presetVersion),
    ),
    studyCards(id, [...new Set(answers.map((event) => event.cardId))]),
  ])
  const options = new Map([...versions].map(([version, row]) => [version, row.options]))
  const done = doneToday(today, answers, answered)
  const limited = decks.map(withLimits)
  const beyond = limited.map((deck) => beyondLimits(deck, done.introducedToday))
  const fresh = await newCards(
    id,
    beyond.map((deck, index) => ({ id: deck.id, most: candidates(Math.max(deck.newLimit, newLimitOf(limited[index], options))) })),
  )
  const answeredNotesToday = new Set(answered.map((card) => card.noteId))
  const { waitsFor, met } = await waits(id, decks, fresh)
  const waiting = waitingCards(fresh, waitsFor, met)
  const held = new Set(holding)
  const given = { ...done, answeredNotesToday, cards: [...due, ...fresh], options, today, nowMs: now, endOfDayMs, waiting, held }
  const queue = gather({ ...given, decks: limited })
  const learnt = new Set(queue.main.filter(isNew))
  const rested = { introducedToday: new Map(), reviewedToday: new Map(), answeredNotesToday: new Set<NoteId>() }
  const unlearnt = given.cards.filter((card) => !learnt.has(card))
  const metByThen = new Map([...met, ...[...learnt].map(({ noteId }) => [noteId, { answered: true, open: true }] as const)])
  const waitingThen = waitingCards(fresh, waitsFor, metByThen)
  const times = { today: tomorrow, nowMs: endOfDayMs, endOfDayMs: endOfTomorrowMs }
  return {
    ...{ today, nowMs: now, decks, versions, standing, queue },
    moreNew: gather({ ...given, decks: beyond }).main.filter(isNew),
    newTomorrow: gather({ ...given, ...rested, ...times, cards: unlearnt, decks: limited, waiting: waitingThen }).counts.new,
  }
}

/** What the new cards of generated decks wait for, and how far that has been met. */
async function waits(userId: UserId, decks: readonly DeckRow[], fresh: readonly StudyCard[]) {
  const shipped = await Promise.all(decks.map(deckBase))
  const all = new Map(shipped.flatMap((base) => base?.notes ?? []).map((note) => [note.guid, note.waitsFor]))
  // A version that was shipped before notes waited for others says nothing of it.
  const waitsFor = new Map(fresh.map(({ noteId }) => [noteId, all.get(noteId) ?? []]))
  return { waitsFor, met: await metNotes(userId, [...new Set([...waitsFor.values()].flat())]) }
}

const earlier = (a: StudyDay, b: StudyDay): StudyDay => (a < b ? a : b)
const isNew = (card: StudyCard) => card.state.phase === 'new'

/** An answer that counts: practice counts towards no limit and hides no sibling. */
function isStudy(event: StudyEvent): event is StudyEvent & AnswerEvent {
  return event.kind === 'answer' && !event.practice
}

function doneToday(today: StudyDay, answers: readonly (StudyEvent & AnswerEvent)[], answered: readonly StudyCard[]) {
  const deckOf = new Map<CardId, DeckId>(answered.map((card) => [card.id, card.deckId]))
  const introduced = answered.filter((card) => card.state.firstDay === today)
  return {
    introducedToday: countBy(introduced.map((card) => card.deckId)),
    // Cards, not answers: one card answered on two devices is one review of the day.
    reviewedToday: countBy([...new Set(answers.filter(isReview).map((event) => event.cardId))].flatMap((id) => deckOf.get(id) ?? [])),
  }
}

/** A review, or an answer to a learning card that had waited for another day. */
function isReview({ seen }: AnswerEvent): boolean {
  return seen.phase === 'review' || (seen.phase !== 'new' && (seen.elapsedDays ?? 0) > 0)
}

function countBy<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function withLimits({ id, parentId, presetVersion, newPerDay, reviewsPerDay }: DeckRow): QueueDeck {
  return { id, parentId, presetVersion, newLimit: newPerDay, reviewLimit: reviewsPerDay }
}

/** "Study more" lifts the limit of new cards, and the limit of reviews with it. */
function beyondLimits(deck: QueueDeck, introduced: ReadonlyMap<DeckId, number>): QueueDeck & { newLimit: number } {
  return { ...deck, newLimit: (introduced.get(deck.id) ?? 0) + MORE_NEW, reviewLimit: Number.MAX_SAFE_INTEGER }
}

function newLimitOf(deck: QueueDeck | undefined, options: ReadonlyMap<PresetVersionId, Options>): number {
  return deck?.newLimit ?? (deck && options.get(deck.presetVersion)?.newPerDay) ?? 0
}

/**
 * Siblings hide one another, so more cards are read than a limit lets through. A guess: where notes have more than ten cards
 * each, a day may bring fewer new cards than its limit allows, and the next day the others.
 */
function candidates(limit: number): number {
  return limit === 0 ? 0 : limit * 10 + 50
}
