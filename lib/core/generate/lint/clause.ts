// A sentence as tokens, in which the names of the base are one token each.

import type { Noun } from '../noun.ts'
import { bare } from '../noun.ts'

/** "⟨" and "⟩" stand around the answer that was put into its question. */
export type Token = { kind: 'word' | 'mark'; text: string } | { kind: 'name'; text: string; id: string }

/** Ways to write each name, the longest first. */
export type NameForms = readonly { id: string; words: readonly string[] }[]

export function nameForms(nouns: readonly Noun[]): NameForms {
  return nouns
    .flatMap((noun) => {
      const texts = [noun.text, bare(noun)]
      return [...new Set(texts)].map((text) => ({ id: noun.id, words: piecesOf(text) }))
    })
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length)
}

/** Words and marks; what stands in brackets is left out. */
function piecesOf(text: string): readonly string[] {
  const plain = text.replace(/\([^()]*\)/g, ' ').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*|[.,:;?⟨⟩…]/gu) ?? []
}

/** What stands in brackets is left out: it adds nothing to who does what. */
export function tokensOf(sentence: string, names: NameForms): readonly Token[] {
  const tokens: Token[] = []
  const words = piecesOf(sentence)
  for (let at = 0; at < words.length;) {
    const name = names.find((candidate) => candidate.words.every((word, index) => words[at + index] === word))
    const text = words[at] ?? ''
    if (name !== undefined) tokens.push({ kind: 'name', text, id: name.id })
    else tokens.push({ kind: /[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark', text })
    at += name?.words.length ?? 1
  }
  return tokens
}
