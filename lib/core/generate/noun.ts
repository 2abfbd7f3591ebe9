// Nouns of a fact base with the forms that a sentence needs, so that articles, plurals and verbs agree in every card.

import { capital, words, type Count } from './english.ts'

export type Noun = {
  id: string
  /** As an answer and a statement give it: "antiretroviral therapy (ART)". */
  text: string
  /** As a question names it, once known: "ART". */
  short?: string | undefined
  article?: 'the' | 'a' | 'an' | undefined
  count: Count
  /** The kind of answer it is ("virus"): a question asks "which virus". */
  kind?: string | undefined
  /** What a cloze shows in its gap; else "which" with the kind. */
  hint?: string | undefined
  /** The part of `text` that a cloze hides. An item of a list without one is hidden whole; any other noun has no cloze. */
  gap?: string | undefined
  /** What it has to do with the disease, after its name ("causes tarsal fever"), and the fact that says so. */
  gloss?: { text: string; fact: string } | undefined
  /** A part of what it takes in, named as "such as …". */
  examples?: string | undefined
  /** What ties it to a patient: "a patient after splenectomy". Left out, "with". */
  patient?: string | undefined
  /** One of a group of patients: "a child". */
  one?: string | undefined
}

/** In a statement or an answer: "the K virus". */
export function full(noun: Noun): string {
  return words(noun.article, noun.text, examplesOf(noun))
}

/** In a question, after it is known: "ART". */
export function brief(noun: Noun): string {
  return words(noun.article, bare(noun), examplesOf(noun))
}

export function bare(noun: Noun): string {
  return noun.short ?? noun.text
}

/** On a card's back, as a term. */
export function answer(noun: Noun): string {
  return capital(full(noun))
}

/** "which virus", or "what" for a noun without a kind. */
export function which(noun: Noun): string {
  return noun.kind === undefined ? 'what' : `which ${noun.kind}`
}

/** The noun with its gap: "the {{c1::K virus::which virus}}". */
export function gapped(noun: Noun): string {
  const hidden = gapOf(noun)
  const whole = words(noun.article, noun.text)
  const hint = noun.hint ?? (noun.kind === undefined ? undefined : which(noun))
  return words(
    whole.replace(hidden, () => gap(hidden, hint)),
    examplesOf(noun),
  )
}

/** "A" and "an" hide with what they stand before, lest they give its first letter away. */
export function gapOf(noun: Noun): string {
  const hidden = noun.gap ?? noun.text
  const begins = noun.text.startsWith(hidden) && noun.article !== undefined && noun.article !== 'the'
  return begins ? `${noun.article} ${hidden}` : hidden
}

export function gap(hidden: string, hint: string | undefined): string {
  return hint === undefined ? `{{c1::${hidden}}}` : `{{c1::${hidden}::${hint}}}`
}

export function pronoun(noun: Noun): string {
  return noun.count === 'one' ? 'it' : 'they'
}

/** A sentence that ties the noun to the disease ("The K virus causes tarsal fever."); none for a noun without a gloss. */
export function introduction(noun: Noun): string {
  return noun.gloss === undefined ? '' : `${capital(brief(noun))} ${noun.gloss.text}.`
}

/** The fact that an introduction or a "that …" rests on. */
export function glossFact(noun: Noun): readonly string[] {
  return noun.gloss === undefined ? [] : [noun.gloss.fact]
}

function examplesOf(noun: Noun): string | undefined {
  return noun.examples === undefined ? undefined : `(such as ${noun.examples})`
}
