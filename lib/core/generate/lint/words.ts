// Words of a sentence, and the ones that carry meaning.

import type { Verbs } from './verbs.ts'

const empty = new Set(
  'a an and are as at be because been but by did do does due for from had has have how if in into is it its no none not of on one or than that the their them there they this those to too two was were what when where which while who whose why with'.split(
    ' ',
  ),
)

/** In small letters, without punctuation; a hyphenated word is one. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*/gu) ?? []
}

export function contentWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !empty.has(word))
}

/** A text as its words between single blanks, in which a phrase in the same form is found fast. */
export function lineOf(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

/** Whether the phrase stands in the text as whole words. */
export function holds(text: string, phrase: string): boolean {
  return lineOf(text).includes(lineOf(phrase))
}

/** As `holds`, where "K" is found within "K-virus" too. */
export function names(text: string, phrase: string): boolean {
  return holds(unhyphened(text), unhyphened(phrase))
}

/** "K-virus" as two words. */
export function unhyphened(text: string): string {
  return text.replaceAll('-', ' ')
}

/** Without its ending: "invades" and "invade" are one word. Rough, and the same for both sides of a comparison. */
export function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ies|ied|ed|es|s|e|y)$/, '') : word.replace(/(?<=..)s$/, '')
}

/** Stems of the words, and of a verb, its plain form: “shown” and “shows” mean the same. */
export function meaningsOf(text: string, verbs: Verbs): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => [stemOf(word), ...(verbs.forms.get(word) ?? []).map(({ base }) => `to ${base}`)]))
}

/** What two sets of words share, from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(1, one.size + other.size - shared)
}

/** Edits of one letter (put in, taken out, changed) between two words. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, against] of [...other].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === against ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
