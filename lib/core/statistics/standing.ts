// How well cards and facts stand today: known, fading or unseen.

import type { CardState } from '../card.ts'
import type { StudyDay } from '../day.ts'
import { recall } from '../memory.ts'
import { elapsedSince } from '../schedule.ts'

export type Standing = 'known' | 'fading' | 'unseen'

/** What standing is judged by: the desired retention, 0 to 1, and the FSRS parameters of the card's preset. */
export type Aim = { desiredRetention: number; parameters: readonly number[] }

/** Predicted recall today, 0 to 1; null for a card without memory. On the day of the last answer it is 1, which says little. */
export function recallToday({ memory, lastDay }: CardState, today: StudyDay, parameters: readonly number[]): number | null {
  return memory === null || lastDay === null ? null : recall(memory, elapsedSince(lastDay, today), parameters)
}

/** Known: at or above the desired retention today. Fading: below. Unseen: never answered. */
export function standingOf(state: CardState, today: StudyDay, { desiredRetention, parameters }: Aim): Standing {
  const predicted = recallToday(state, today, parameters)
  if (predicted === null) return 'unseen'
  return predicted >= desiredRetention ? 'known' : 'fading'
}

/** The card of a fact that is most likely to be forgotten, among those that were answered; null: the fact is unseen. */
export function weakest<Card extends { state: CardState }>(
  cards: readonly Card[],
  today: StudyDay,
  parameters: readonly number[],
): Card | null {
  let found: { card: Card; predicted: number } | null = null
  for (const card of cards) {
    const predicted = recallToday(card.state, today, parameters)
    if (predicted !== null && (found === null || predicted < found.predicted)) found = { card, predicted }
  }
  return found?.card ?? null
}
