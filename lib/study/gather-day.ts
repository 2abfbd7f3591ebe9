// A learner's day as it stands now: what was done, and what core's queue gathers from what is due. Today and the review page
// both show this, so that they agree.

import type { StudyCard } from '#lib/core/card.ts'
import { addDays, type StudyDay, studyDayOf, studyDayStart } from '#lib/core/day.ts'
import type { AnswerEvent, StudyEvent } from '#lib/core/event.ts'
import { standingEvents } from '#lib/core/fold.ts'
import type { CardId, DeckId, PresetVersionId } from '#lib/core/ids.ts'
import type { Options } from '#lib/core/options.ts'
import { gather, type Queue } from '#lib/core/queue.ts'
import { database } from '#lib/db/client.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'
import { type DeckRow, decksOf, dueCards, eventsSince, newCards, studyCards } from '#lib/db/queue-rows.ts'
import type { Learner } from './learner.ts'

/** What a learner asks for beyond the day's queue. */
export type More = 'new' | 'forgotten'
/** "Study more" brings so many new cards at a time. */
export const MORE_NEW = 10

export type Day = {
  today: StudyDay
  endOfDayMs: number
  decks: DeckRow[]
  versions: Map<PresetVersionId, PresetVersionRow>
  /** Events of today, and of the sitting where it began before; those that stand, in order. */
  standing: StudyEvent[]
  /** Cards that today's answers were given to. */
  answered: StudyCard[]
  queue: Queue
}

/** `sinceMs`: when the sitting began, where that may have been before the day did. */
export async function gatherDay(learner: Learner, now: number, ask: { more?: More | null; sinceMs?: number | null } = {}): Promise<Day> {
  const today = studyDayOf(now, learner.zone, learner.rolloverHour)
  const endOfDayMs = studyDayStart(addDays(today, 1), learner.zone, learner.rolloverHour)
  const [decks, events, due] = await Promise.all([
    decksOf(learner.id),
    eventsSince(learner.id, today, ask.sinceMs ?? null),
    dueCards(learner.id, today, endOfDayMs),
  ])
  const standing = standingEvents(events)
  const answers = standing.filter((event) => isStudy(event) && event.studyDay === today) as (StudyEvent & AnswerEvent)[]
  const [versions, answered] = await Promise.all([
    presetVersions(
      database(),
      learner.id,
      decks.map((deck) => deck.presetVersion),
    ),
    studyCards(learner.id, [...new Set(answers.map((event) => event.cardId))]),
  ])
  const options = new Map([...versions].map(([id, row]) => [id, row.options]))
  const done = doneToday(today, answers, answered)
  const limited = limitedDecks(decks, done.introducedToday, ask.more ?? null)
  const fresh = await newCards(
    learner.id,
    limited.map((deck) => ({ id: deck.id, most: candidates(deck, options) })),
  )
  const cards = [...due, ...fresh]
  const answeredNotesToday = new Set(answered.map((card) => card.noteId))
  const queue = gather({ ...done, cards, decks: limited, options, today, nowMs: now, endOfDayMs, answeredNotesToday })
  return { today, endOfDayMs, decks, versions, standing, answered, queue }
}

/** An answer that counts: practice counts towards no limit and hides no sibling. */
function isStudy(event: StudyEvent): event is StudyEvent & AnswerEvent {
  return event.kind === 'answer' && !event.practice
}

function doneToday(today: StudyDay, answers: readonly (StudyEvent & AnswerEvent)[], answered: readonly StudyCard[]) {
  const deckOf = new Map<CardId, DeckId>(answered.map((card) => [card.id, card.deckId]))
  const introduced = answered.filter((card) => card.state.firstDay === today)
  return {
    introducedToday: countBy(introduced.map((card) => card.deckId)),
    reviewedToday: countBy(answers.filter(isReview).flatMap((event) => deckOf.get(event.cardId) ?? [])),
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

type LimitedDeck = {
  id: DeckId
  parentId: DeckId | null
  presetVersion: PresetVersionId
  newLimit: number | null
  reviewLimit: number | null
}

/** "Study more" lifts the limit of new cards, and the limit of reviews with it. */
function limitedDecks(decks: readonly DeckRow[], introduced: ReadonlyMap<DeckId, number>, more: More | null): LimitedDeck[] {
  return decks.map(({ id, parentId, presetVersion, newPerDay, reviewsPerDay }) => ({
    id,
    parentId,
    presetVersion,
    newLimit: more === 'new' ? (introduced.get(id) ?? 0) + MORE_NEW : newPerDay,
    reviewLimit: more === 'new' ? Number.MAX_SAFE_INTEGER : reviewsPerDay,
  }))
}

/** Siblings hide one another, so more cards are looked at than the limit lets through: ten a note, and some to spare. */
function candidates(deck: LimitedDeck, options: ReadonlyMap<PresetVersionId, Options>): number {
  const limit = deck.newLimit ?? options.get(deck.presetVersion)?.newPerDay ?? 0
  return limit === 0 ? 0 : limit * 10 + 50
}
