// Who does what to whom, as far as plain sentences tell it: each name with its part in the clause. Two names that are swapped
// stand in parts that their facts do not give them.

import { tokensOf, type NameForms } from './clause.ts'
import { partBehind, prepositions } from './behind.ts'
import { auxiliaries, is, listed, nextWord, objectOf, subjectOf, textAt, verbAfter, verbAt, type Clause, type Part } from './predicate.ts'
import type { Verbs } from './verbs.ts'

export type Role = { id: string; part: Part }

export type Grammar = { names: NameForms; verbs: Verbs }

/** A clause begins behind them. */
const conjunctions = new Set('unless if while when that because although whereas which who whom'.split(' '))

/** Other ways to say what a plain verb says. */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are) (?:given as )?the (?:cause|origin|source|reason)s? (?:of|for)\b/gi, 'causes'],
  [/\b(?:is|are) (?:given as )?the results? of\b/gi, 'results from'],
  [/\b(?:is|are) attributed to\b/gi, 'results from'],
  [/⟨([^⟩]*)⟩ complication (?:may|might|can|could|does|do) (.*?) (?:rarely |often |typically )?have\b/gi, '$1 complicates $2'],
  [/⟨([^⟩]*)⟩ complication (?:may |might |can |could |rarely |often |typically )*arises? in\b/gi, '$1 complicates'],
  [/⟨([^⟩]*)⟩ cause (?:may|might|can|could|does|do) (.*?) have\b/gi, '$1 causes $2'],
  [/^Among ⟨([^⟩]*)⟩ .*? (?:is|are) (.*?) counted\b/gi, '$2 belongs among $1'],
  [/^Of ⟨/g, 'Among ⟨'],
  [/\bsets (.*?) apart from (.*?) in (.*)$/gi, '; $3 differs between $1, between $2'],
  [/⟩ (?:degree|amount|extent) of\b/gi, '⟩ much'],
  // "What is the site at which lesions are seen" is "at which site lesions are seen".
  [/⟨([^⟩]*)⟩ (?:is|are) the [^,⟨⟩]*? (in|on|at|by|for|from|to|with|around) (?:which|whom)\b/gi, '$2 ⟨$1⟩,'],
  [/⟩ (?:is|are) the [^,⟨⟩]*? that (?=(?:is|are|may|might|can|could)\b)/gi, '⟩ '],
  [/\blittle to (?:no|none)\b/gi, 'little'],
  [/\bas (?:high|low|much) as\b|\bmore than\b|\bless than\b|\bup to\b/gi, ''],
]

/** `sentences` are statements, or questions with the answer in the place of the question word, between "⟨" and "⟩". */
export function rolesIn(sentences: readonly string[], { names, verbs }: Grammar): readonly Role[] {
  return sentences.flatMap((sentence) => {
    const plain = plainly.reduce((text, [from, to]) => text.replace(from, to), sentence)
    return rolesOf({ tokens: tokensOf(plain, names), verbs })
  })
}

function rolesOf(clause: Clause): readonly Role[] {
  const roles: Role[] = []
  let last: Part | null = null
  clause.tokens.forEach((token, at) => {
    if (token.kind !== 'name' || asksForKind(clause, at)) return
    last = partOf(clause, at, last)
    if (last !== null) roles.push({ id: token.id, part: last })
  })
  return roles
}

/** In "⟨…⟩ disease", the name of a thing only says of what kind the answer is. */
function asksForKind(clause: Clause, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const text = textAt(clause, back)
    if (text === '⟩') return !isMeasured(clause, back)
    if (clause.tokens[back]?.kind !== 'word' || prepositions.has(text) || begins(clause, back)) return false
  }
  return false
}

/** Whether a predicate begins; "finding" behind the answer only says of what kind that is. */
function begins(clause: Clause, at: number): boolean {
  const verb = verbAt(clause, at)
  return auxiliaries.has(textAt(clause, at)) || (verb !== null && verb.form !== 'going')
}

/** "How much flow": what is measured is no kind of answer. */
function isMeasured(clause: Clause, close: number): boolean {
  return ['much', 'many'].includes(textAt(clause, close + 1))
}

/** Looks from the name to the left for the word that it depends on; `last` is the part of the name before it. */
function partOf(clause: Clause, at: number, last: Part | null): Part | null {
  for (let back = at - 1; back >= 0; back--) {
    const token = clause.tokens[back]
    const text = textAt(clause, back)
    if (token?.kind === 'name') return last
    if (text === '…' || (text === ',' && textAt(clause, back - 1) === '…')) continue
    if (token?.kind === 'mark') return partAfterMark(clause, at, back, last)
    if (text === 'then') return listed
    if (prepositions.has(text)) return partBehind(clause, back)
    if ((text === 'and' || text === 'or') && last !== null) return (textAt(clause, back - 1) === ',' ? subjectOf(clause, at) : null) ?? last
    if (conjunctions.has(text)) return subjectOf(clause, at)
    if (auxiliaries.has(text)) return subjectOf(clause, at) ?? is
    const verb = verbAt(clause, back)
    if (verb !== null) return objectOf(verb)
    if (token?.kind === 'word' && /.ing$/.test(text)) return { side: 'behind', of: text }
  }
  return subjectOf(clause, at)
}

function partAfterMark(clause: Clause, at: number, mark: number, last: Part | null): Part | null {
  const text = textAt(clause, mark)
  if (text === '⟨') return partOfAnswer(clause, at, mark)
  if (text === '⟩') return isMeasured(clause, mark) ? fronted(clause, at) : subjectOf(clause, at)
  if (text === ':') return listed
  const subject = subjectOf(clause, at)
  return text === ',' && (last === listed || subject === null) ? last : subject
}

/** The answer has the part of the question word: behind its preposition, or the subject, or what an inverted clause lacks. */
function partOfAnswer(clause: Clause, at: number, open: number): Part | null {
  const close = clause.tokens.findIndex((token, index) => index > at && token.text === '⟩')
  const before = textAt(clause, open - 1)
  if (prepositions.has(before)) {
    const found = verbAfter(clause, close + 1)
    const governs = found?.verb.particle === before && textAt(clause, found.at + 1) !== before
    return governs ? objectOf(found.verb) : partBehind(clause, open - 1)
  }
  const verb = verbAt(clause, open - 1)
  return verb === null ? fronted(clause, close) : objectOf(verb)
}

/** What stands first in a question: its subject ("which virus causes"), or what its verb gets ("which cell does the virus invade"). */
function fronted(clause: Clause, from: number): Part | null {
  const helper = clause.tokens.findIndex((_, at) => at > from && begins(clause, at))
  if (helper === -1) return null
  const next = nextWord(clause, helper)
  const isStraight = !auxiliaries.has(textAt(clause, helper)) || textAt(clause, next - 1) === 'be' || verbAt(clause, next) !== null
  if (isStraight) return subjectOf(clause, helper - 1) ?? is
  const found = verbAfter(clause, helper + 1)
  if (found === null) return is
  return strandedAt(clause, found.at + 1, found.verb.particle) ?? objectOf(found.verb)
}

/** "Which disease is it given for": the preposition behind the verb has nothing behind it. */
function strandedAt(clause: Clause, at: number, particle: string | undefined): Part | null {
  const text = textAt(clause, at)
  const after = clause.tokens[at + 1]
  const isAlone = after === undefined || after.kind === 'mark' || prepositions.has(after.text)
  return particle === undefined && prepositions.has(text) && isAlone ? { side: 'behind', of: text } : null
}
