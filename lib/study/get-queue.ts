// What the review page starts from: the first cards of the day with what they show, and what was done and can be undone.

import type { StudyCard } from '#lib/core/card.ts'
import { addDays, formatStudyDay } from '#lib/core/day.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import type { CardId, GroupId, PresetVersionId } from '#lib/core/ids.ts'
import { formatTime } from '#lib/core/time.ts'
import { encodeEvent, type QueueAnswer, type WireAct, type WireCard } from '#lib/core/wire.ts'
import { database } from '#lib/db/client.ts'
import { historyOf } from '#lib/db/ingest.ts'
import { presetVersions } from '#lib/db/presets.ts'
import { unseenCount } from '#lib/db/progress-rows.ts'
import { dueByDay, studyCards } from '#lib/db/queue-rows.ts'
import { withContent } from './card-content.ts'
import { forgottenToday } from './forgotten-today.ts'
import { type Day, gatherDay, type More } from './gather-day.ts'
import type { Learner } from './learner.ts'

/** So many cards go out at a time; the browser is given more as it runs low. */
const HAND = 50
const LOW_HAND = 20
const LOAD_DAYS = 90

export type QueueAsk = { more: More | null; sinceMs: number | null }

export async function getQueue(learner: Learner, now: number, ask: QueueAsk): Promise<QueueAnswer> {
  const day = await gatherDay(learner, now, ask)
  const acts = actsOf(day.standing)
  const touchedIds = [...new Set(acts.flatMap((act) => act.cardIds))]
  const limit = newLimit(day)
  const [cards, load, unseen, history, touched] = await Promise.all([
    cardsToShow(learner, day, ask.more),
    dueByDay(learner.id, day.today, addDays(day.today, LOAD_DAYS)),
    unseenCount(learner.id, limit + day.queue.counts.new),
    historyOf(database(), learner.id, touchedIds),
    studyCards(learner.id, touchedIds),
  ])
  const named = history.flatMap((event) => ('presetVersion' in event ? [event.presetVersion] : []))
  const ids: PresetVersionId[] = [...day.versions.keys(), ...touched.map((card) => card.presetVersion), ...named]
  const versions = await presetVersions(database(), learner.id, ids)
  return {
    learner: learner.id,
    now: formatTime(now),
    zone: learner.zone,
    rolloverHour: learner.rolloverHour,
    presetVersions: [...versions.values()],
    load: Object.fromEntries(load.map((row) => [formatStudyDay(row.day), row.count])),
    newTomorrow: Math.min(limit, Math.max(0, unseen - day.queue.counts.new)),
    counts: day.queue.counts,
    cards: await withContent(learner.id, cards.slice(0, HAND)),
    acts,
    touched: (await withContent(learner.id, touched)).map((card) => ({ card, events: eventsOfCard(card.id, history) })),
  }
}

/** New cards a day, over all decks. */
function newLimit({ decks, versions }: Day): number {
  return decks.reduce((sum, deck) => sum + (deck.newPerDay ?? versions.get(deck.presetVersion)?.options.newPerDay ?? 0), 0)
}

/** More of today's queue for a browser that runs low; none while it still holds enough. */
export async function refillQueue(learner: Learner, now: number, holding: readonly CardId[]): Promise<WireCard[]> {
  if (holding.length >= LOW_HAND) return []
  const held = new Set(holding)
  const cards = await cardsToShow(learner, await gatherDay(learner, now), null)
  return withContent(learner.id, cards.filter((card) => !held.has(card.id)).slice(0, HAND))
}

async function cardsToShow(learner: Learner, day: Day, more: More | null): Promise<StudyCard[]> {
  if (more !== 'forgotten') return [...day.queue.learning, ...day.queue.main]
  const ids = forgottenToday(day.standing, day.today)
  const cards = new Map((await studyCards(learner.id, ids)).map((card) => [card.id, card]))
  return ids.flatMap((id) => cards.get(id) ?? [])
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

/** A card's own events, with the voids that bear on them. */
function eventsOfCard(cardId: CardId, history: readonly StudyEvent[]) {
  const own = history.filter((event) => event.kind !== 'void' && event.cardId === cardId)
  const groups = new Set(own.map((event) => event.group))
  const voids: StudyEvent[] = []
  // Voids of voids follow from one another; each is later than what it names, so one pass in order finds them all.
  for (const event of history.toSorted((a, b) => a.at - b.at)) {
    if (event.kind !== 'void' || !groups.has(event.target)) continue
    groups.add(event.group)
    voids.push(event)
  }
  return [...own, ...voids].map(encodeEvent)
}
