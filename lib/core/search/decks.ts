// The decks that a name or a path means, with all that lies within them.

import type { DeckId } from '../ids.ts'
import { QUOTES } from './query.ts'

export type NamedDeck = { id: DeckId; name: string; parentId: DeckId | null }

const SEPARATOR = '::'

/** "Neurology::Stroke" from the top down. A ring, which no act can make, is cut. */
export function deckPath(decks: ReadonlyMap<DeckId, NamedDeck>, id: DeckId, above: readonly DeckId[] = []): string {
  const deck = decks.get(id)
  if (!deck) return ''
  const parent = deck.parentId !== null && decks.has(deck.parentId) && !above.includes(deck.parentId) ? deck.parentId : null
  return parent === null ? deck.name : `${deckPath(decks, parent, [...above, id])}${SEPARATOR}${deck.name}`
}

const fold = (name: string) =>
  name
    .replace(QUOTES, '')
    .split(SEPARATOR)
    .map((part) => part.trim().toLowerCase())
    .join(SEPARATOR)

/** By the whole path, its end or a name alone, whatever the letters' case; empty where there is none. */
export function decksNamed(decks: readonly NamedDeck[], name: string): DeckId[] {
  const byId = new Map(decks.map((deck) => [deck.id, deck]))
  const wanted = fold(name)
  const paths = decks.map(({ id }) => ({ id, path: fold(deckPath(byId, id)) }))
  const meant = paths.filter(({ path }) => path === wanted)
  const found = meant.length > 0 ? meant : paths.filter(({ path }) => path.endsWith(`${SEPARATOR}${wanted}`))
  const within = ({ path }: { path: string }) => found.some((one) => path === one.path || path.startsWith(`${one.path}${SEPARATOR}`))
  return paths.filter(within).map(({ id }) => id)
}
