// What was done before the session began, as on a page that was loaded again: it can be undone, too.

import type { StudyCard } from '../card.ts'
import type { StudyEvent } from '../event.ts'
import { foldCard } from '../fold.ts'
import type { CardId, GroupId } from '../ids.ts'
import type { Options } from '../options.ts'
import { foldContextOf } from './state.ts'
import type { Act, SittingAnswer } from './state.ts'

/** A reload soon after an answer goes on with the sitting; after a longer pause a new one begins. */
export const SITTING_GAP_MS = 30 * 60_000

export type Earlier = {
  /** What was done since the day began and can be undone, oldest first. */
  acts: readonly { group: GroupId; cardIds: readonly CardId[] }[]
  /** The cards of those acts with their whole histories. */
  touched: readonly { card: StudyCard; events: readonly StudyEvent[] }[]
}

/** Acts from before the session, each with its cards as they would be without it and all that came later. */
export function earlierActs({ acts, touched, options }: Earlier & { options: Readonly<Record<string, Options>> }): Act[] {
  const byId = new Map(touched.map((entry) => [entry.card.id, entry]))
  return acts.map(({ group, cardIds }, index) => {
    const undone = new Set(acts.slice(index).map((later) => later.group))
    const before = cardIds.flatMap((cardId) => {
      const entry = byId.get(cardId)
      if (!entry) return []
      const events = entry.events.filter((event) => !undone.has(event.group))
      return [{ cardId, state: foldCard(events, foldContextOf(entry.card, options)) }]
    })
    return { group, before, gatheredSince: true }
  })
}

/** The answers that belong to the same sitting: no long pause between them and now. */
export function earlierAnswers({ acts, touched, nowMs }: Earlier & { nowMs: number }): SittingAnswer[] {
  const groups = new Set(acts.map(({ group }) => group))
  const answers = touched
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.kind === 'answer' && !event.practice && groups.has(event.group)
        ? [{ group: event.group, cardId: event.cardId, rating: event.rating, atMs: event.at }]
        : [],
    )
    .sort((a, b) => b.atMs - a.atMs)
  const pause = answers.findIndex(({ atMs }, index) => (answers[index - 1]?.atMs ?? nowMs) - atMs > SITTING_GAP_MS)
  return answers.slice(0, pause === -1 ? answers.length : pause).reverse()
}
