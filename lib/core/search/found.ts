// What Find shows, as the server gives it.

import type { CardId, DeckId, NoteId } from '../ids.ts'
import type { Standing } from '../statistics/standing.ts'
import type { SearchFault, SearchState } from './query.ts'
import type { TagNode } from './tags.ts'

/** Where a page begins in the order: the key of its first card, its place in its deck and its id. */
export type Mark = [key: number | string, place: number, id: string]

/** A card as a row shows it; texts are plain. */
export type FoundRow = {
  id: CardId
  noteId: NoteId
  front: string
  deck: string
  tags: string[]
  /** The learner wrote its note; else a fact base made it. */
  own: boolean
  standing: Standing
  /** Predicted today; null where nothing is known, and on the day of the last answer. */
  recall: number | null
  /** YYYY-MM-DD; null: nothing is planned. */
  next: string | null
  suspended: boolean
  buried: boolean
}

/** The rows of one page. */
export const PAGE_ROWS = 100

export type Found = {
  /** Today, YYYY-MM-DD. */
  today: string
  /** Cards found, and how many there are. */
  total: number
  all: number
  marks: Mark[]
  /** The first page. */
  rows: FoundRow[]
}

/** A search that cannot be read finds nothing, and says why. */
export type FindAnswer = { ok: true; found: Found } | { ok: false; fault: SearchFault }

export type Narrowings = {
  states: { state: SearchState; cards: number }[]
  /** In the order of the tree; `path` is what "deck:" takes. */
  decks: { id: DeckId; name: string; path: string; level: number; cards: number }[]
  tags: TagNode[]
}

/** What is to be acted on: cards by id, or all that a search finds but some, of which there were so many when the learner looked. */
export type Chosen = { ids: readonly CardId[] } | { query: string; total: number; except: readonly CardId[] }

export const MOST_CHOSEN = 10_000

export type BulkAct =
  | { kind: 'move'; deckId: DeckId }
  | { kind: 'tag'; add: readonly string[] }
  | { kind: 'untag'; remove: readonly string[] }
  | { kind: 'suspend'; suspended: boolean }
  | { kind: 'delete' }

/** What an act did. `change` undoes it; null where there was nothing to do. */
export type BulkDone = {
  change: string | null
  cards: number
  notes: number
  /** Cards that it does not apply to: they stand so already, or are a fact base's. */
  passed: number
}
