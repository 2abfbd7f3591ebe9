// What is coming: the reviews that stand in the schedule, the new cards that the limits let in, and the minutes they take.

import { addDays, type StudyDay } from '../day.ts'

export type ForecastDay = { day: StudyDay; reviews: number; fresh: number; ms: number }

export type ForecastInput = {
  today: StudyDay
  /** Cards that fall due, by day; what is overdue counts as today's. */
  due: ReadonlyMap<StudyDay, number>
  /** New cards left today, and of each deck those after today with its daily limit. */
  freshToday: number
  decks: readonly { unseen: number; newPerDay: number }[]
  /** The learner's own pace: ms an answer takes. */
  answerMs: number
  /** A new card is answered about so often on its first day. */
  answersPerNew: number
}

/** The next `days` days from today on. A review counts as one answer; what its answer brings back later is not foreseen. */
export function forecast(input: ForecastInput, days: number): ForecastDay[] {
  const { today, due, freshToday, decks, answerMs, answersPerNew } = input
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index)
    const reviews = due.get(day) ?? 0
    const fresh = index === 0 ? freshToday : decks.reduce((sum, deck) => sum + freshOn(deck, index), 0)
    return { day, reviews, fresh, ms: (reviews + fresh * answersPerNew) * answerMs }
  })
}

/** New cards of a deck on the so-manieth day after today. */
function freshOn({ unseen, newPerDay }: { unseen: number; newPerDay: number }, index: number): number {
  return Math.max(0, Math.min(newPerDay, unseen - newPerDay * (index - 1)))
}
