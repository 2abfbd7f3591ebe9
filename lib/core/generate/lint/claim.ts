// What a card claims: its question with the answer in the place of what is asked for.

const asking = /\b(?:which|what|who|whom)\b|\bhow (?=(?:much|many)\b)/i
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
  if (asking.test(question)) return question.replace(asking, () => `⟨${answer}⟩ `).replace(/ {2,}/g, ' ')
  if (askingForClause.test(question)) return `${question.replace(askingForClause, '')} ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`
  return `${question}: ${answer}`
}
