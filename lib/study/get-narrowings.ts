// What a search can be narrowed to, each with its number of cards: states, the tree of decks and the tree of tags.

import type { DeckId } from '#lib/core/ids.ts'
import { deckPath } from '#lib/core/search/decks.ts'
import type { Narrowings } from '#lib/core/search/found.ts'
import { STATES } from '#lib/core/search/query.ts'
import { tagTree } from '#lib/core/search/tags.ts'
import { database } from '#lib/db/client.ts'
import { countEach, tagSets } from '#lib/db/find-counts.ts'
import { deckSizes } from '#lib/db/own-decks.ts'
import { withChildren } from './counts-of-deck.ts'
import type { Learner } from './learner.ts'
import { type SearchGround, searchGround, stateFilter } from './search-filters.ts'

export async function getNarrowings(learner: Learner, now: number): Promise<Narrowings> {
  const ground = await searchGround(learner, now)
  const filters = STATES.map((state) => stateFilter(state, ground))
  const [counts, sizes, sets] = await Promise.all([countEach(learner.id, filters), deckSizes(database(), learner.id), tagSets(learner.id)])
  return {
    states: STATES.map((state, index) => ({ state, cards: counts[index] ?? 0 })),
    decks: deckTree(ground, sizes),
    tags: tagTree(sets),
  }
}

function deckTree({ decks }: SearchGround, sizes: ReadonlyMap<DeckId, { cards: number }>): Narrowings['decks'] {
  const byId = new Map(decks.map((deck) => [deck.id, deck]))
  const below = (parent: DeckId | null, level: number): Narrowings['decks'] =>
    decks
      .filter(({ parentId }) => (parentId !== null && byId.has(parentId) ? parentId : null) === parent)
      .flatMap(({ id, name }) => {
        const cards = [...withChildren(decks, id)].reduce((sum, one) => sum + (sizes.get(one)?.cards ?? 0), 0)
        return [{ id, name, path: deckPath(byId, id), level, cards }, ...below(id, level + 1)]
      })
  return below(null, 1)
}
