// What a fact base gives: notes with their cards, in the order in which a beginner should meet them.

import type { NoteId } from '../ids.ts'

/** `list` asks for a whole list; one item of it is a `cloze`. */
export type CardKind = 'question' | 'cloze' | 'list'

export type GeneratedCard = {
  /** Name of the card within its note, stable for ever: "cause", "item:gait", "whole". */
  key: string
  kind: CardKind
  /** Every fact that the card rests on; more than its note's where it introduces a thing by another fact. */
  facts: readonly string[]
  /** Wordings of the question, in Markdown; a cloze holds its gap as `{{c1::answer::hint}}`. */
  fronts: readonly string[]
  /** Markdown; for a cloze, what fills the gap. */
  back: string
  /** What explains the answer, in Markdown, and the facts that say so. */
  why: { text: string; facts: readonly string[] } | null
}

/** Cards of one note are siblings: each gives the others away. */
export type GeneratedNote = {
  guid: NoteId
  form: string
  kind: CardKind
  facts: readonly string[]
  /** The fact that it asks for, and whose hedge and scope its cards keep; null: none of those that it combines is asked for. */
  own: string | null
  /** Notes of which a card is met before: they ask for what this one puts together. */
  waitsFor: readonly NoteId[]
  topic: string
  cards: readonly GeneratedCard[]
}

export type GeneratedFact = {
  id: string
  topic: string
  /** The fact as a sentence, in Markdown. */
  statement: string
  citation: string
  /** Year of the reference behind the fact: a learner must see how old a claim is. */
  year: number
}

export type GeneratedBase = {
  id: string
  title: string
  citation: string
  version: number
  facts: readonly GeneratedFact[]
  notes: readonly GeneratedNote[]
}
