// What a relation is: the fields that its facts have in a fact base, and how it says and asks them.

import { z } from 'zod'
import { question, statement, words, type Hedge } from './english.ts'
import type { CardKind } from './generated.ts'
import { brief, gapOf, gapped, introduction, type Noun } from './noun.ts'
import type { Refs } from './refs.ts'

/** To which cases a fact applies. */
export type Scope = { kind: 'due_to' | 'not_due_to' | 'in' | 'after' | 'during'; noun: Noun } | { kind: 'if'; clause: string }

/** What every fact has, whatever its relation. */
export type Common = {
  id: string
  topic: string
  /** The disease that the fact is about. */
  about: Noun
  hedge: Hedge
  scope: Scope | undefined
}

export type Draft = {
  key: string
  kind: CardKind
  /** Wordings of one question, the first being the plainest; a cloze has its one sentence. */
  fronts: readonly string[]
  back: string
  /** Facts that the card rests on besides its note's. */
  alsoFacts: readonly string[]
}

export type NoteDraft = {
  form: string
  kind: CardKind
  /** Facts of the note besides the one that the relation was given. */
  alsoFacts: readonly string[]
  /** Facts that must have been met before: what they say is put together here. */
  after: readonly string[]
  cards: readonly Draft[]
}

/** A step of a chain: as it is said, with its gap, and what the gap hides. */
export type Step = { said: string; gapped: string; gap: string }

/** What is seen of a fact in one patient: who it is, what is known before, what they present with, what a test shows. */
export type Clue = { as: 'patient' | 'setting' | 'sign' | 'result'; text: string }

export type Written = {
  statement: string
  /** The first one asks for the fact itself. */
  notes: readonly NoteDraft[]
  /** Facts that this one explains. */
  explains?: readonly string[]
  step?: Step
  /** `item` picks one of a list. Null: nothing of it is seen in a patient, or not without an item. */
  clue?: (item: Noun | undefined) => Clue | null
  /** What the fact says of a feature, in a few words ("little to none"); null where it says nothing of it. */
  tells?: (feature: Noun) => string | null
}

/** Writes the fact; `over` puts other words in the place of its scope. */
export type Write = (over?: Pick<Common, 'scope'>) => Written

export type Read = { ok: true; fields: unknown; write: Write } | { ok: false; error: z.ZodError }

export type Relation = {
  name: string
  read: (raw: unknown, common: Common, refs: Refs) => Read
}

/** `shape` gives the fields of the relation, with references already resolved when `write` gets them. */
export function relation<Shape extends z.core.$ZodLooseShape>(
  name: string,
  shape: (refs: Refs) => Shape,
  write: (fact: Common, fields: z.output<z.ZodObject<Shape, z.core.$strict>>) => Written,
): Relation {
  return {
    name,
    read(raw, common, refs) {
      const parsed = z.strictObject(shape(refs)).safeParse(raw)
      if (!parsed.success) return { ok: false, error: parsed.error }
      return { ok: true, fields: parsed.data, write: (over) => write({ ...common, ...over }, parsed.data) }
    },
  }
}

/** "tarsal fever due to damp": the disease within the fact's scope. */
export function disease(fact: Common): string {
  return words(brief(fact.about), scopePhrase(fact.scope))
}

/** "due to HIV"; a condition ("if …") is no part of the name, it opens the sentence. */
export function scopePhrase(scope: Scope | undefined): string {
  if (scope === undefined || scope.kind === 'if') return ''
  return `${scope.kind.replaceAll('_', ' ')} ${brief(scope.noun)}`
}

export function tell(fact: Common, text: string): string {
  return statement(condition(fact) + text)
}

export function ask(fact: Common, text: string, introduced?: Noun): string {
  const asked = question(condition(fact) + text)
  return introduced === undefined ? asked : words(introduction(introduced), asked)
}

/** One question in two wordings: they differ in more than the order of their words, lest the eye answer what the mind did not read. */
export function askBoth(fact: Common, texts: readonly [string, string], introduced?: Noun): readonly [string, string] {
  return [ask(fact, texts[0], introduced), ask(fact, texts[1], introduced)]
}

function condition({ scope }: Common): string {
  return scope?.kind === 'if' ? `if ${scope.clause}, ` : ''
}

export function asks(key: string, fronts: readonly [string, string], back: string, alsoFacts: readonly string[] = []): Draft {
  return { key, kind: 'question', fronts, back, alsoFacts }
}

export function cloze(key: string, front: string, back: string): Draft {
  return { key, kind: 'cloze', fronts: [front], back, alsoFacts: [] }
}

/**
 * The cloze of a noun that has a gap; `around` puts it into its sentence. A noun hidden whole would
 * only turn its own question around, so its base says which part is worth a card.
 */
export function hides(fact: Common, key: string, noun: Noun, around: (gapped: string) => string): readonly Draft[] {
  if (noun.gap === undefined) return []
  return [cloze(key, tell(fact, around(gapped(noun))), gapOf(noun))]
}

/** The note that a fact has unless its relation needs more: form and kind by its first card. */
export function note(form: string, cards: readonly Draft[]): NoteDraft {
  return { form, kind: cards[0]?.kind ?? 'question', alsoFacts: [], after: [], cards }
}

export function stepOf(noun: Noun): Step {
  return { said: brief(noun), gapped: gapped(noun), gap: gapOf(noun) }
}

/** Whether the noun is a thing that a card may ask for: one whose kind of answer can be named. */
export function hasKind(noun: Noun): boolean {
  return noun.kind !== undefined
}
