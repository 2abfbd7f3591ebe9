// What is selected: cards one by one, or all that the search finds but some. Pure, so that it can be proved without a list.

import type { CardId } from '#lib/core/ids.ts'
import type { Chosen } from '#lib/core/search/found.ts'

export type Selection = { all: boolean; /** Selected where not all are, left out where all are. */ ids: ReadonlySet<CardId> }

export const NONE: Selection = { all: false, ids: new Set() }
export const ALL: Selection = { all: true, ids: new Set() }

export const isSelected = ({ all, ids }: Selection, id: CardId): boolean => ids.has(id) !== all

export const countSelected = ({ all, ids }: Selection, total: number): number => (all ? Math.max(0, total - ids.size) : ids.size)

/** Selects these cards, or no longer. */
export function select({ all, ids }: Selection, cards: readonly CardId[], on: boolean): Selection {
  const changed = new Set(ids)
  for (const id of cards) {
    if (on === all) changed.delete(id)
    else changed.add(id)
  }
  return { all, ids: changed }
}

/** As an act on many takes it. */
export function chosenOf({ all, ids }: Selection, query: string, total: number): Chosen {
  return all ? { query, total, except: [...ids] } : { ids: [...ids] }
}
