// What a learner was told of a card before answering it: kept with the answer, so that predictions can be held to account.

import type { CardState } from '../card.ts'
import type { StudyDay } from '../day.ts'
import type { Seen } from '../event.ts'
import { recall } from '../memory.ts'
import { elapsedSince } from '../schedule.ts'

export function seenBefore(card: CardState, parameters: readonly number[], today: StudyDay): Seen {
  const { phase, memory, lastDay, due } = card
  const elapsedDays = lastDay === null ? null : elapsedSince(lastDay, today)
  return {
    phase,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
    elapsedDays,
    // FSRS-6 predicts nothing worth saying within the day of the last answer.
    recall: memory && elapsedDays !== null && elapsedDays > 0 ? recall(memory, elapsedDays, parameters) : null,
    intervalDays: lastDay !== null && 'dueDay' in due ? due.dueDay - lastDay : null,
  }
}
