// What pages show of decks and notes, as the server gives it.

import type { CardId, DeckId, NoteId } from '../ids.ts'
import type { CardContent } from '../wire.ts'
import type { Advice } from './advice.ts'
import type { NoteFields, NoteKind } from './note.ts'

type Counts = { new: number; learning: number; review: number }

export type DeckNode = {
  id: DeckId
  name: string
  parentId: DeckId | null
  version: number
  /** From 1. */
  level: number
  hasChildren: boolean
  /** Of the deck and of all within it. */
  counts: Counts
  shares: { known: number; fading: number; unseen: number }
  cards: number
  decks: number
}

/** A deck by its whole path. */
export type DeckChoice = { id: DeckId; name: string }

/** A note as it stands, with the version that an edit must name. */
export type EditedNote = {
  id: NoteId
  /** Null: a note of a fact base, whose cards the base makes. */
  kind: NoteKind | null
  fields: NoteFields
  tags: string[]
  version: number
  updatedAt: number
  deckId: DeckId
}

export type NoteView = { note: EditedNote; cards: { id: CardId; key: string; withdrawn: boolean }[]; decks: DeckChoice[] }

/** The cards that a note would make, and the linter's advice. */
export type NotePreview = { cards: { key: string; content: CardContent }[]; advice: Advice[] }

/** What the cards of a note show, and which of them it makes no longer. */
export type NoteContent = { cards: { id: CardId; content: CardContent }[]; withdrawn: CardId[] }
