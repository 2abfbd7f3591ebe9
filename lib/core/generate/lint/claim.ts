// What a card claims: its question with the answer in the place of what is asked for.

import { bare, type Noun } from '../noun.ts'
import { names } from './words.ts'

const asking = /\b(?:which|what)\b|\bhow (?=(?:much|many)\b)/gi
const askingWho = /\b(?:who|whom)\b/gi
/** These ask for a clause, which stands at the end of the claim. */
const askingForClause = /\b(?:why|where|when|how)\b/i

export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+|\n/).filter((sentence) => sentence.trim() !== '')
}

/**
 * Sentences of the claim. "⟨" and "⟩" stand around an answer that took the place of its question word: "⟨the K virus⟩ virus
 * causes fever". An answer that is a sentence stays one.
 */
export function claimOf(front: string, back: string): readonly string[] {
  const sentences = sentencesOf(front)
  const asked = sentences.find((sentence) => sentence.endsWith('?'))
  const answer = back.replaceAll('\n', '; ')
  if (asked === undefined || answer.endsWith('.')) return [...sentences, answer]
  return sentences.map((sentence) => (sentence === asked ? answered(asked.replace(/\?$/, ''), answer) : sentence))
}

function answered(question: string, answer: string): string {
  const word = questionWord(question)
  if (word !== undefined) {
    const rest = question.slice(word.index + word[0].length)
    return `${question.slice(0, word.index)}⟨${answer}⟩ ${rest.trimStart()}`
  }
  if (askingForClause.test(question)) return `${question.replace(askingForClause, '')} ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`
  return `${question}: ${answer}`
}

/** The first question word where it opens the question, alone or behind a preposition; else the last: one before it is relative. */
function questionWord(question: string): RegExpExecArray | undefined {
  const words = [...question.matchAll(asking)]
  const [first = question.matchAll(askingWho).next().value] = words
  return first !== undefined && /^(?:\p{L}+ )?$/u.test(question.slice(0, first.index)) ? first : (words.at(-1) ?? first)
}

/** "This drug", or "the drug", is the drug that was named before it. */
export function resolved(claim: readonly string[], nouns: readonly Noun[]): readonly string[] {
  return claim.map((sentence, index) =>
    sentence.replace(/(?<!\b(?:is|are) )\b(?:this|the) (\p{L}+)/giu, (all, kind: string, at: number) => {
      const before = [...claim.slice(0, index), sentence.slice(0, at)].join(' ')
      const meant = nouns.find((noun) => noun.kind === kind.toLowerCase() && names(before, bare(noun)))
      return meant === undefined ? all : bare(meant)
    }),
  )
}
