// In which order cards are gathered and shown.

import type { StudyCard } from '../card.ts'
import type { StudyDay } from '../day.ts'
import type { CardId } from '../ids.ts'
import { fuzzSeed } from '../schedule/fuzz.ts'
import type { Mix } from '../options.ts'

export type Compare = (a: StudyCard, b: StudyCard) => number

/** By due day; cards of one day in an order of chance that holds all day, so that they are not met in the order of learning. */
export function byDueDay(today: StudyDay): Compare {
  const drawn = new Map<CardId, number>()
  const chance = ({ id }: StudyCard) => {
    const known = drawn.get(id)
    if (known !== undefined) return known
    const fresh = fuzzSeed(id, today)
    drawn.set(id, fresh)
    return fresh
  }
  return (a, b) => dueDayOf(a) - dueDayOf(b) || chance(a) - chance(b) || byId(a, b)
}

export function byDueAt(a: StudyCard, b: StudyCard): number {
  return dueAtOf(a) - dueAtOf(b) || byId(a, b)
}

/** New cards: deck by deck in the order given, each by position. */
export function byDeckAndPosition(deckRank: ReadonlyMap<string, number>): Compare {
  return (a, b) => (deckRank.get(a.deckId) ?? 0) - (deckRank.get(b.deckId) ?? 0) || positionOf(a) - positionOf(b) || byId(a, b)
}

/** These before all others. */
export function firstOf(ids: ReadonlySet<CardId>, then: Compare): Compare {
  return (a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id)) || then(a, b)
}

/** Puts two queues into one: `second` evenly among `first`, before it or after it. */
export function mixed(first: readonly StudyCard[], second: readonly StudyCard[], mix: Mix): StudyCard[] {
  switch (mix) {
    case 'before':
      return [...second, ...first]
    case 'after':
      return [...first, ...second]
    case 'mixed':
      return spread(first, second)
    default:
      return mix satisfies never
  }
}

function spread(first: readonly StudyCard[], second: readonly StudyCard[]): StudyCard[] {
  const apart = (first.length + 1) / (second.length + 1)
  const result: StudyCard[] = []
  let used = 0
  for (const [index, card] of first.entries()) {
    while (used < second.length && (used + 1) * apart < index + 1) result.push(...second.slice(used, ++used))
    result.push(card)
  }
  return [...result, ...second.slice(used)]
}

const dueDayOf = ({ state }: StudyCard) => ('dueDay' in state.due ? state.due.dueDay : Infinity)
const dueAtOf = ({ state }: StudyCard) => ('dueAt' in state.due ? state.due.dueAt : Infinity)
const positionOf = ({ state, place }: StudyCard) => ('position' in state.due ? state.due.position : place)
const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
