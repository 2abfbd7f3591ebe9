// What the page Today says: what is due, about how long it takes, and what comes when nothing is.

import { addDays, formatStudyDay, type StudyDay } from '#lib/core/day.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { intervalDays } from '#lib/core/memory.ts'
import { deckShares, meanAnswerMs } from '#lib/db/progress-rows.ts'
import { dueByDay } from '#lib/db/queue-rows.ts'
import { forgottenToday } from './forgotten-today.ts'
import { countsOfDecks } from './counts-of-deck.ts'
import { type Day, gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'

export type Today = {
  /** YYYY-MM-DD. */
  day: string
  zone: string
  state: 'first-day' | 'due' | 'done'
  counts: { new: number; learning: number; review: number }
  minutes: number
  decks: {
    id: DeckId
    name: string
    shipped: boolean
    new: number
    learning: number
    due: number
    known: number
    fading: number
    unseen: number
  }[]
  /** The seven days after today. */
  week: { day: string; due: number }[]
  /** What comes next once nothing is due; null: nothing will. */
  nextDue: { atMs: number } | { day: string; count: number } | null
  more: { newCards: number; forgotten: number }
}

/** Before a learner has answered, a card is taken to need as long as this. */
export const FIRST_ANSWER_MS = 10_000
/** A new card is answered about so many times on its first day, with the default steps. */
export const ANSWERS_PER_NEW = 3
const AHEAD_DAYS = 365

export async function getToday(learner: Learner, now: number): Promise<Today> {
  const day = await gatherDay(learner, now)
  const { today, queue, decks, versions } = day
  const factors = decks.flatMap((deck) => {
    const options = versions.get(deck.presetVersion)?.options
    // The interval grows in proportion to stability: one day of stability gives the factor for all.
    return options ? [{ id: deck.id, factor: intervalDays(1, options.desiredRetention, options.parameters) }] : []
  })
  const [shares, meanMs, ahead, forgotten] = await Promise.all([
    deckShares(learner.id, today, factors),
    meanAnswerMs(learner.id),
    dueByDay(learner.id, today, addDays(today, AHEAD_DAYS)),
    forgottenToday(learner, day),
  ])
  const { counts } = queue
  const left = counts.new + counts.learning + counts.review
  const answers = counts.new * ANSWERS_PER_NEW + counts.learning + counts.review
  return {
    day: formatStudyDay(today),
    zone: learner.zone,
    state: left > 0 ? (meanMs === null ? 'first-day' : 'due') : 'done',
    counts,
    minutes: Math.max(1, Math.round((answers * (meanMs ?? FIRST_ANSWER_MS)) / 60_000)),
    decks: decks.map((deck) => ({
      id: deck.id,
      name: deck.name,
      shipped: deck.baseId !== null,
      ...countsOf(deck.id, day),
      ...(shares.get(deck.id) ?? { known: 0, fading: 0, unseen: 0 }),
    })),
    week: Array.from({ length: 7 }, (_, index) => {
      const date = addDays(today, index + 1)
      return { day: formatStudyDay(date), due: ahead.find((row) => row.day === date)?.count ?? 0 }
    }),
    nextDue: nextDue(day, ahead),
    more: { newCards: day.moreNew.length, forgotten: forgotten.length },
  }
}

function countsOf(deckId: DeckId, day: Day) {
  const { review, ...counts } = countsOfDecks(new Set([deckId]), day)
  return { ...counts, due: review }
}

function nextDue({ queue, today, newTomorrow, nowMs }: Day, ahead: { day: StudyDay; count: number }[]): Today['nextDue'] {
  const [learning] = queue.learning
  if (learning && 'dueAt' in learning.state.due && learning.state.due.dueAt > nowMs) return { atMs: learning.state.due.dueAt }
  const tomorrow = addDays(today, 1)
  const next = newTomorrow > 0 ? { day: tomorrow, count: 0 } : ahead[0]
  if (!next) return null
  const due = ahead.find((row) => row.day === next.day)?.count ?? 0
  return { day: formatStudyDay(next.day), count: due + (next.day === tomorrow ? newTomorrow : 0) }
}
