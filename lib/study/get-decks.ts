// The tree of decks: what waits in each today with all that lies within it, and what its learner knows of it.

import type { DeckId } from '#lib/core/ids.ts'
import { intervalDays } from '#lib/core/memory.ts'
import type { DeckNode } from '#lib/core/note/view.ts'
import { database } from '#lib/db/client.ts'
import { deckSizes } from '#lib/db/own-decks.ts'
import { deckShares, type Shares } from '#lib/db/progress-rows.ts'
import type { DeckRow } from '#lib/db/queue-rows.ts'
import { countsOfDecks, withChildren } from './counts-of-deck.ts'
import { type Day, gatherDay } from './gather-day.ts'
import type { Learner } from './learner.ts'

export type Decks = { nodes: DeckNode[]; counts: { new: number; learning: number; review: number } }

/** In the order of the tree: each deck is followed by those within it. */
export async function getDecks(learner: Learner, now: number): Promise<Decks> {
  const day = await gatherDay(learner, now)
  const [shares, sizes] = await Promise.all([sharesOf(learner, day), deckSizes(database(), learner.id)])
  const node = (deck: DeckRow, level: number): DeckNode => {
    const ids = withChildren(day.decks, deck.id)
    const sum = (number: (id: DeckId) => number | undefined) => [...ids].reduce((total, id) => total + (number(id) ?? 0), 0)
    return {
      id: deck.id,
      name: deck.name,
      parentId: deck.parentId,
      version: sizes.get(deck.id)?.version ?? 1,
      level,
      hasChildren: ids.size > 1,
      counts: countsOfDecks(ids, day),
      shares: {
        known: sum((id) => shares.get(id)?.known),
        fading: sum((id) => shares.get(id)?.fading),
        unseen: sum((id) => shares.get(id)?.unseen),
      },
      cards: sum((id) => sizes.get(id)?.cards),
      decks: ids.size - 1,
    }
  }
  const known = new Set(day.decks.map(({ id }) => id))
  const below = (parent: DeckId | null, level: number): DeckNode[] =>
    day.decks
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .flatMap((deck) => [node(deck, level), ...below(deck.id, level + 1)])
  return { nodes: below(null, 1), counts: countsOfDecks(known, day) }
}

function sharesOf(learner: Learner, { today, decks, versions }: Day): Promise<Map<DeckId, Shares>> {
  const factors = decks.flatMap((deck) => {
    const options = versions.get(deck.presetVersion)?.options
    return options ? [{ id: deck.id, factor: intervalDays(1, options.desiredRetention, options.parameters) }] : []
  })
  return deckShares(learner.id, today, factors)
}
