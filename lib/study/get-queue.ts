// What the review page starts from: the first cards of the day with what they show, and what was done and can be undone.

import type { StudyCard } from '#lib/core/card.ts'
import { addDays, formatStudyDay } from '#lib/core/day.ts'
import type { StudyEvent, VoidEvent } from '#lib/core/event.ts'
import type { CardId, DeckId, GroupId, PresetVersionId } from '#lib/core/ids.ts'
import { isSoon } from '#lib/core/queue.ts'
import { isPractice, isWhole, type QueueAsk, TODAYS_QUEUE } from '#lib/core/queue-ask.ts'
import { compareEvents } from '#lib/core/stamp.ts'
import { formatTime } from '#lib/core/time.ts'
import { encodeEvent, type QueueAnswer, type WireAct, type WireCard, type WireEvent } from '#lib/core/wire.ts'
import { database } from '#lib/db/client.ts'
import { historyOf } from '#lib/db/ingest.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { weakestOfTopic } from '#lib/db/knowledge-rows.ts'
import { dueByDay, liveCards, studyCards } from '#lib/db/queue-rows.ts'
import { withContent } from './card-content.ts'
import { countsOfDecks, withChildren } from './counts-of-deck.ts'
import { deckAims } from './deck-aims.ts'
import { forgottenToday } from './forgotten-today.ts'
import { type Day, gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'

/** So many cards go out at a time; the browser is given more as it runs low. */
const HAND = 50
const LOW_HAND = 20
/** A sitting of its own is not filled up, so all of it comes at once, as far as a day can hold. */
const WHOLE_HAND = 200
const LOAD_DAYS = 90

/** `sinceMs`: when the sitting began, where that may have been before the day did. */
export async function getQueue(learner: Learner, now: number, ask: QueueAsk, sinceMs: number | null): Promise<QueueAnswer> {
  const day = await gatherDay(learner, now, sinceMs)
  const acts = actsOf(day.standing)
  const touchedIds = [...new Set(acts.flatMap((act) => act.cardIds))]
  const [cards, load, history, touched] = await Promise.all([
    cardsToShow(learner, day, ask),
    dueByDay(learner.id, day.today, addDays(day.today, LOAD_DAYS)),
    historyOf(database(), learner.id, touchedIds),
    studyCards(learner.id, touchedIds),
  ])
  const named = history.flatMap((event) => ('presetVersion' in event ? [event.presetVersion] : []))
  const ids: PresetVersionId[] = [...day.versions.keys(), ...touched.map((card) => card.presetVersion), ...named]
  const versions = await presetVersions(database(), learner.id, ids)
  const eventsOf = byCard(history)
  return {
    learner: learner.id,
    now: formatTime(now),
    zone: learner.zone,
    rolloverHour: learner.rolloverHour,
    presetVersions: [...versions.values()],
    load: Object.fromEntries(load.map((row) => [formatStudyDay(row.day), row.count])),
    newTomorrow: day.newTomorrow,
    counts: countsToShow(day, ask),
    // Who asks for more than the day's cards has left its limits behind.
    full: ask.more === null ? day.queue.full : { new: [], reviews: [] },
    cards: await withContent(learner.id, cards.slice(0, isWhole(ask) ? HAND : WHOLE_HAND)),
    acts,
    touched: (await withContent(learner.id, touched)).map((card) => ({ card, events: eventsOf(card.id) })),
  }
}

/** More of today's queue for a browser that runs low; none while it still holds enough. */
export async function refillQueue(learner: Learner, now: number, holding: readonly CardId[]): Promise<WireCard[]> {
  if (holding.length >= LOW_HAND) return []
  const held = new Set(holding)
  const cards = await cardsToShow(learner, await gatherDay(learner, now, null, holding), TODAYS_QUEUE)
  return withContent(learner.id, cards.filter((card) => !held.has(card.id)).slice(0, HAND))
}

/** Learning cards that can be shown now, then the main queue; those that come later in the day wait behind it. */
async function cardsToShow(learner: Learner, day: Day, ask: QueueAsk): Promise<StudyCard[]> {
  if (isPractice(ask)) return cardsToPractise(learner, day, ask)
  if (ask.more === 'new') return day.moreNew
  const soon = (card: StudyCard) => isSoon(card, day.nowMs)
  const { learning, main } = day.queue
  const cards = [...learning.filter(soon), ...main, ...learning.filter((card) => !soon(card))]
  if (ask.deck === null) return cards
  const decks = withChildren(day.decks, ask.deck)
  return cards.filter((card) => decks.has(card.deckId))
}

function countsToShow(day: Day, { more, deck }: QueueAsk): QueueAnswer['counts'] {
  if (more === 'new') return { new: day.moreNew.length, learning: 0, review: 0 }
  return deck === null ? day.queue.counts : countsOfDecks(withChildren(day.decks, deck), day)
}

/** In the order asked for; what the learner does not have, or no longer, is passed over. */
async function cardsToPractise(learner: Learner, day: Day, { deck, topic, cards }: QueueAsk): Promise<StudyCard[]> {
  const live = new Set(day.decks.map(({ id }) => id))
  const ids =
    cards ?? (deck !== null && topic !== null ? await topicIds(learner, day, deck, topic) : forgottenToday(day.standing, day.today))
  const known = new Map((await liveCards(learner.id, [...ids])).map((card) => [card.id, card]))
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []).filter((card) => live.has(card.deckId))
}

async function topicIds(learner: Learner, { decks, versions, today }: Day, deckId: DeckId, topic: string): Promise<CardId[]> {
  const aims = deckAims(decks, versions).filter(({ id }) => id === deckId)
  return weakestOfTopic(learner.id, aims, topic, today, HAND)
}

/** One act a group, in the order in which they were done. */
function actsOf(standing: readonly StudyEvent[]): WireAct[] {
  const acts = new Map<GroupId, Set<CardId>>()
  for (const event of standing) {
    if (event.kind === 'void') continue
    acts.set(event.group, (acts.get(event.group) ?? new Set()).add(event.cardId))
  }
  return [...acts].map(([group, cards]) => ({ group, cardIds: [...cards] }))
}

/** Of each card its own events, with the voids that bear on them. */
function byCard(history: readonly StudyEvent[]): (cardId: CardId) => WireEvent[] {
  const own = new Map<CardId, StudyEvent[]>()
  const voids: (StudyEvent & VoidEvent)[] = []
  for (const event of history.toSorted(compareEvents)) {
    if (event.kind === 'void') voids.push(event)
    else own.set(event.cardId, [...(own.get(event.cardId) ?? []), event])
  }
  return (cardId) => {
    const events = own.get(cardId) ?? []
    const groups = new Set(events.map((event) => event.group))
    // Voids of voids follow from one another; each is later than what it names, so one pass in order finds them all.
    const bearing = voids.filter(({ group, target }) => groups.has(target) && groups.add(group))
    return [...events, ...bearing].map(encodeEvent)
  }
}
