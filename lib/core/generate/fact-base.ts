// A fact base that has been read and found sound.

import type { Noun } from './noun.ts'
import type { Lexicon } from './refs.ts'
import type { Combination } from './combination.ts'
import type { Common, Write } from './relation.ts'

export type Fact = Common & {
  relation: string
  citation: string
  year: number
  /** Line of the fact in its file, from 1. */
  line: number
  /** What its relation read: nouns and phrases by their field. */
  fields: unknown
  /** Every text that the fact is made of, for the linter to hold its cards against. */
  texts: readonly string[]
  /** What its lists call their items: no giveaway where a question uses it. */
  categories: readonly string[]
  /** Why no card is made of it, where that is so. */
  noCard: string | undefined
  /** Facts whose sentences say why. */
  explainedBy: readonly string[]
  /** Its sentence and its notes, in words. */
  write: Write
}

export type FactBase = {
  id: string
  title: string
  version: number
  citation: string
  subject: Noun
  /** In the order of learning. */
  topics: readonly string[]
  lexicon: Lexicon
  /** Acronyms that the deck uses without spelling them out, and what they stand for. */
  glossary: ReadonlyMap<string, string>
  facts: readonly Fact[]
  combinations: readonly Combination[]
}
