// What a sitting says in words: the choices of the rating bar, what was just done, and when to come back.

import type { CardState, Rating } from '#lib/core/card.ts'
import { addDays, formatStudyDay } from '#lib/core/day.ts'
import type { Next } from '#lib/core/event.ts'
import type { Preferences } from '#lib/core/preferences.ts'
import type { Outcomes } from '#lib/core/schedule.ts'
import { type SessionState, todayOf } from '#lib/core/session/state.ts'
import type { Grade } from '../../_ui/fibre.tsx'
import { type Wait, waitWords } from '../../_ui/words.ts'
import type { LastAct, SittingView } from './sitting-view.ts'

export const ratingNames: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

/** Good and Easy are one: how easy a fact was is not how well it is kept. */
export const grades: Record<Rating, Grade> = { 1: 'bare', 2: 'fading', 3: 'known', 4: 'known' }

export type RatingChoice = { rating: Rating; short: string; full: string }
export type RatingChoices = { forgot: readonly RatingChoice[]; recalled: readonly RatingChoice[] }

/** Each choice with the wait that it applies: button and answer come from one computation. */
export function choicesOf(outcomes: Outcomes, buttons: Preferences['buttons']): RatingChoices {
  const choice = (rating: Rating) => ({ rating, ...waitWords(waitOf(outcomes[rating].next)) })
  return { forgot: [choice(1)], recalled: buttons === 'two' ? [choice(3)] : [choice(2), choice(3), choice(4)] }
}

/** Practice moves nothing, so it asks only whether the fact was there. */
export const practiceChoices: RatingChoices = {
  forgot: [{ rating: 1, short: 'once more', full: 'it comes once more' }],
  recalled: [{ rating: 3, short: 'as planned', full: 'its schedule stays as it is' }],
}

function waitOf(next: Next): Wait {
  if (next.phase === 'new') return { days: 0 }
  return 'ms' in next ? { ms: next.ms } : { days: next.days }
}

/** For those who do not see the next card come: "Good, next in 3 days. 12 left." */
export function saidOf(last: LastAct | null, left: number, practice: boolean): string {
  const rest = `${left} left.`
  switch (last?.kind) {
    case undefined:
      return rest
    case 'rate':
      if (practice) return `${ratingNames[last.rating]}. ${rest}`
      return `${ratingNames[last.rating]}, next in ${waitWords(waitOf(last.next)).full}. ${rest}`
    case 'undo':
      return `Undone. ${rest}`
    case 'bury':
    case 'suspend':
      // Its toast says so.
      return rest
    default:
      return last satisfies never
  }
}

/** Null for acts whose effect is plain to see. */
export function toastOf(last: LastAct | null): string | null {
  switch (last?.kind) {
    case 'bury':
      return 'Card buried until tomorrow.'
    case 'suspend':
      return 'Card suspended: it no longer comes back.'
    case 'rate':
      return last.suspends ? 'Card suspended: it was forgotten too often.' : null
    case 'undo':
    case undefined:
      return null
    default:
      return last satisfies never
  }
}

/** What undo takes back: an answer of this sitting, or something else, as burying or what was done before it. */
export function undoWords({ acts, answers }: Pick<SessionState, 'acts' | 'answers'>): string {
  const last = acts.at(-1)?.group
  return answers.some(({ group }) => group === last) ? 'Undo the last answer' : 'Undo the last act'
}

type Ahead = Pick<SittingView, 'session' | 'loaded' | 'load' | 'newTomorrow'>

/** The next study day on which cards come, with how many: what the queue said, and what this sitting moved. */
export function nextDay({ session, loaded, load, newTomorrow }: Ahead): { day: string; count: number } | null {
  const counts = new Map(Object.entries(load))
  const move = ({ due, suspended }: CardState, by: number) => {
    if (suspended || !('dueDay' in due)) return
    const day = formatStudyDay(due.dueDay)
    counts.set(day, (counts.get(day) ?? 0) + by)
  }
  for (const card of Object.values(session.cards)) {
    move(card.state, 1)
    const before = loaded[card.id]
    if (before) move(before.state, -1)
  }
  const tomorrow = formatStudyDay(addDays(todayOf(session), 1))
  counts.set(tomorrow, (counts.get(tomorrow) ?? 0) + newTomorrow)
  const days = [...counts].filter(([day, count]) => day >= tomorrow && count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  const [next] = days
  return next ? { day: next[0], count: next[1] } : null
}

/** What safe HTML says, as it is read aloud. In the browser only. */
export function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
}
