// What was forgotten today can be practiced again, with no effect on its schedule.

import type { StudyDay } from '#lib/core/day.ts'
import type { StudyEvent } from '#lib/core/event.ts'
import type { CardId } from '#lib/core/ids.ts'

/** Cards that were answered Again today, each once, in the order in which they were first forgotten. */
export function forgottenToday(standing: readonly StudyEvent[], today: StudyDay): CardId[] {
  const again = standing.flatMap((event) =>
    event.kind === 'answer' && !event.practice && event.rating === 1 && event.studyDay === today ? [event.cardId] : [],
  )
  return [...new Set(again)]
}
