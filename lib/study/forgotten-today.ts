// What was forgotten today can be practiced again, with no effect on its schedule.

import type { StudyCard } from '#lib/core/card.ts'
import { isOpen } from '#lib/core/queue.ts'
import { liveCards } from '#lib/db/queue-rows.ts'
import type { Day } from './gather-day.ts'
import type { Learner } from './learner.ts'

/** Cards that were answered Again today and are still to be seen, in the order in which they were first forgotten. */
export async function forgottenToday({ id }: Learner, { standing, today }: Day): Promise<StudyCard[]> {
  const again = standing.flatMap((event) =>
    event.kind === 'answer' && !event.practice && event.rating === 1 && event.studyDay === today ? [event.cardId] : [],
  )
  const ids = [...new Set(again)]
  const live = new Map((await liveCards(id, ids)).map((card) => [card.id, card]))
  return ids.flatMap((card) => live.get(card) ?? []).filter((card) => isOpen(card, today))
}
