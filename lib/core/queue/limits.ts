// Daily limits over a tree of decks: a card is taken from its deck and from every deck above it, and where one of them has
// nothing left, it is not taken.

import type { DeckId, PresetVersionId } from '../ids.ts'
import type { Options } from '../options.ts'

export type QueueDeck = {
  id: DeckId
  /** The deck above, where that is among the chosen ones, too. */
  parentId: DeckId | null
  presetVersion: PresetVersionId
  /** The deck's own limits for today; null leaves it to the preset. */
  newLimit: number | null
  reviewLimit: number | null
}

export type DoneToday = {
  /** Cards of the deck itself, not of those below it, that were first answered today. */
  introducedToday: ReadonlyMap<DeckId, number>
  /** Reviews of the deck itself today, answers to learning cards that were due on a day included. */
  reviewedToday: ReadonlyMap<DeckId, number>
}

type Left = { above: Left | null; reviews: number; new: number; newIgnoresReviews: boolean }
export type Kind = 'reviews' | 'new'
/** The decks whose limits let no further card of the kind through. */
export type Full = Readonly<Record<Kind, readonly DeckId[]>>
export type Limits = ReadonlyMap<DeckId, Left>

export function limitsOf(decks: readonly QueueDeck[], options: ReadonlyMap<PresetVersionId, Options>, done: DoneToday): Limits {
  const limits = new Map<DeckId, Left>()
  for (const deck of decks) {
    const preset = options.get(deck.presetVersion)
    if (!preset) throw new Error(`Deck ${deck.id} has a preset version whose options were not given: ${deck.presetVersion}.`)
    limits.set(deck.id, {
      above: null,
      reviews: deck.reviewLimit ?? preset.reviewsPerDay,
      new: deck.newLimit ?? preset.newPerDay,
      newIgnoresReviews: preset.newIgnoresReviewLimit,
    })
  }
  for (const deck of decks) linkAbove(limits, deck)
  for (const deck of decks) {
    countDown(limits.get(deck.id), 'reviews', done.reviewedToday.get(deck.id) ?? 0)
    countDown(limits.get(deck.id), 'new', done.introducedToday.get(deck.id) ?? 0)
  }
  return limits
}

/** Takes one card from a deck and all above it, or says that a limit forbids it. */
export function take(limits: Limits, deckId: DeckId, kind: Kind): boolean {
  const deck = limits.get(deckId)
  if (!deck) return false
  if (isFull(limits, deckId, kind)) return false
  countDown(deck, kind, 1)
  return true
}

/** Whether a limit lets no further card of this kind through, of the deck's own or of one above it. */
export function isFull(limits: Limits, deckId: DeckId, kind: Kind): boolean {
  for (let at: Left | null = limits.get(deckId) ?? null; at; at = at.above) if (left(at, kind) <= 0) return true
  return false
}

/** New cards also use up reviews, unless told to ignore them: a day of many reviews brings fewer new cards. */
function left(at: Left, kind: Kind): number {
  return kind === 'reviews' || at.newIgnoresReviews ? at[kind] : Math.min(at.new, at.reviews)
}

function countDown(deck: Left | undefined, kind: Kind, count: number): void {
  for (let at: Left | null = deck ?? null; at; at = at.above) {
    at[kind] -= count
    if (kind === 'new' && !at.newIgnoresReviews) at.reviews -= count
  }
}

function linkAbove(limits: Limits, deck: QueueDeck): void {
  const own = limits.get(deck.id)
  const above = deck.parentId === null ? undefined : limits.get(deck.parentId)
  if (!own || !above) return
  for (let at: Left | null = above; at; at = at.above) {
    if (at === own) throw new Error(`Deck ${deck.id} lies within itself.`)
  }
  own.above = above
}
