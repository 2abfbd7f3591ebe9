// The forgetting curve of one card: predicted recall over days, back to 1 at each answer, and on without study.

import { addDays, type StudyDay } from '../day.ts'
import type { Rating } from '../card.ts'
import type { Turn } from '../fold.ts'
import { recall } from '../memory.ts'

/** Recall from 0 to 1 at the end of a study day. */
export type Point = { day: StudyDay; recall: number }

export type Forgetting = {
  /** From each day with an answer down to the next one, or to today. */
  falls: Point[][]
  /** Answers that came a day or more after the one before, at the recall that was predicted for them. */
  answers: (Point & { rating: Rating })[]
  /** From today on without study; empty for a card without memory. */
  ahead: Point[]
}

const STEPS = 24

/** `parameters` are those in force. The curve runs on after today for `aheadDays`. */
export function forgetting(turns: readonly Turn[], today: StudyDay, aheadDays: number, parameters: readonly number[]): Forgetting {
  const falls: Point[][] = []
  const answers: Forgetting['answers'] = []
  for (const [index, { event, before, after }] of turns.entries()) {
    if (event.kind === 'answer' && !event.practice && before.memory && before.lastDay !== null && event.studyDay > before.lastDay) {
      const predicted = recall(before.memory, event.studyDay - before.lastDay, parameters)
      answers.push({ day: event.studyDay, recall: predicted, rating: event.rating })
    }
    const until = turns.slice(index + 1).find((turn) => turn.after.memory !== after.memory)?.event.studyDay ?? today
    if (after.memory !== before.memory && after.lastDay !== null && until > after.lastDay) {
      falls.push(fall(after, after.lastDay, after.lastDay, until, parameters))
    }
  }
  const last = turns.at(-1)?.after
  const ahead = last?.memory && last.lastDay !== null ? fall(last, last.lastDay, today, addDays(today, aheadDays), parameters) : []
  return { falls, answers, ahead }
}

type Remembered = Pick<Turn['after'], 'memory'>

/** Whole days from `from` to `to`, at most so many as a line needs. */
function fall({ memory }: Remembered, answered: StudyDay, from: StudyDay, to: StudyDay, parameters: readonly number[]): Point[] {
  if (memory === null) return []
  const step = Math.max(1, Math.ceil((to - from) / STEPS))
  const days = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => addDays(from, index * step))
  return [...days, to].map((day) => ({ day, recall: recall(memory, Math.max(0, day - answered), parameters) }))
}
