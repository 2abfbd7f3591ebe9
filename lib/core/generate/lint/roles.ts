// Who does what to whom, as far as plain sentences tell it: each name with its part in the clause. Two names that are swapped
// stand in parts that their facts do not give them.

import { tokensOf, type NameForms, type Token } from './clause.ts'
import type { VerbForm, Verbs } from './verbs.ts'

/**
 * `does` and `gets` are the two sides of a verb, whether it is active, passive, asked for, or a noun ("invasion of … by …");
 * `behind` is a preposition; `is` either side of "is"; `listed` an item of a list.
 */
export type Part = { side: 'does' | 'gets'; of: string } | { side: 'behind'; of: string } | { side: 'is' | 'listed'; of: '' }

export type Role = { id: string; part: Part }

export type Grammar = { names: NameForms; verbs: Verbs }

const prepositions = new Set(
  'of in on at by for from to with within among besides after during before toward towards beneath under against than through via into without beyond'.split(
    ' ',
  ),
)
const auxiliaries = new Set('do does did may might can could will would must should is are was were be been has have had'.split(' '))
const being = new Set(['is', 'are', 'was', 'were', 'be', 'been'])
const adverbs = new Set(
  'also not then still often typically usually generally rarely commonly frequently potentially possibly probably likely'.split(' '),
)
/** A clause begins behind them. */
const conjunctions = new Set('unless if while when that because although whereas'.split(' '))

/** "X is given as the cause of Y" and "X is the cause of Y" are plain "X causes Y". */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are) (?:given as )?the causes? of\b/gi, 'causes'],
  [/\b(?:is|are) (?:given as )?the results? of\b/gi, 'results from'],
  [/⟨([^⟩]*)⟩ complication (?:may|might|can|could|does|do) (.*?) (?:rarely |often |typically )?have\b/gi, '$1 complicates $2'],
  [/\blittle to (?:no|none)\b/gi, 'little'],
  [/\bas (?:high|low|much) as\b|\bmore than\b|\bless than\b|\bup to\b/gi, ''],
]

/** `sentences` are statements, or questions with the answer in the place of the question word, between "⟨" and "⟩". */
export function rolesIn(sentences: readonly string[], { names, verbs }: Grammar): readonly Role[] {
  return sentences.flatMap((sentence) => {
    const plain = plainly.reduce((text, [from, to]) => text.replace(from, to), sentence)
    return rolesOf(tokensOf(plain, names), verbs)
  })
}

function rolesOf(tokens: readonly Token[], verbs: Verbs): readonly Role[] {
  const roles: Role[] = []
  let last: Part | null = null
  tokens.forEach((token, at) => {
    if (token.kind !== 'name' || asksForKind(tokens, at)) return
    last = partOf(tokens, at, verbs, last)
    if (last !== null) roles.push({ id: token.id, part: last })
  })
  return roles
}

/** In "⟨…⟩ disease", the name of a thing only says of what kind the answer is. */
function asksForKind(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const token = tokens[back]
    if (token?.text === '⟩') return !isCounted(tokens, back)
    if (token?.kind !== 'word' || prepositions.has(token.text) || auxiliaries.has(token.text)) return false
  }
  return false
}

/** "How much flow": what is measured is no kind of answer. */
function isCounted(tokens: readonly Token[], close: number): boolean {
  return tokens[close + 1]?.text === 'much' || tokens[close + 1]?.text === 'many'
}

/** Looks from the name to the left for the word that it depends on. */
function partOf(tokens: readonly Token[], at: number, verbs: Verbs, last: Part | null): Part | null {
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back]
    if (token === undefined) return null
    if (token.kind === 'name') return last
    if (token.text === '…' || (token.text === ',' && tokens[back - 1]?.text === '…')) continue
    if (token.kind === 'mark') return partAfterMark(tokens, at, back, verbs, last)
    if (prepositions.has(token.text)) return partBehind(tokens, back, verbs)
    if ((token.text === 'and' || token.text === 'or') && last !== null) return last
    if (conjunctions.has(token.text)) return subjectOf(tokens, at, verbs)
    if (auxiliaries.has(token.text)) return subjectOf(tokens, at, verbs) ?? { side: 'is', of: '' }
    const verb = verbAt(tokens, back, verbs)
    if (verb !== null) return sideOf(verb, 'after', isPassive(tokens, back, verb))
  }
  return subjectOf(tokens, at, verbs)
}

function partAfterMark(tokens: readonly Token[], at: number, mark: number, verbs: Verbs, last: Part | null): Part | null {
  const text = tokens[mark]?.text
  if (text === '⟨') return partOfAnswer(tokens, at, mark, verbs)
  if (text === '⟩') return isCounted(tokens, mark) ? fronted(tokens, at, verbs) : subjectOf(tokens, at, verbs)
  if (text === ',' && (last?.side === 'listed' || subjectOf(tokens, at, verbs) === null)) return last
  return text === ':' ? { side: 'listed', of: '' } : subjectOf(tokens, at, verbs)
}

/** The answer has the part of the question word: behind its preposition, or the subject, or what an inverted clause lacks. */
function partOfAnswer(tokens: readonly Token[], at: number, open: number, verbs: Verbs): Part | null {
  const before = tokens[open - 1]
  if (before?.kind === 'word' && prepositions.has(before.text)) return partBehind(tokens, open - 1, verbs)
  const governing = before?.kind === 'word' ? verbAt(tokens, open - 1, verbs) : null
  if (governing !== null) return sideOf(governing, 'after', isPassive(tokens, open - 1, governing))
  const close = tokens.findIndex((token, index) => index > at && token.text === '⟩')
  return close === -1 ? null : fronted(tokens, close, verbs)
}

/** What stands first in a question: its subject ("which virus causes"), or what its verb gets ("which cell does the virus invade"). */
function fronted(tokens: readonly Token[], from: number, verbs: Verbs): Part | null {
  const helper = tokens.findIndex(
    (token, index) => index > from && token.kind === 'word' && (auxiliaries.has(token.text) || isVerb(tokens, index, verbs)),
  )
  const word = tokens[helper]?.text
  if (word === undefined) return null
  const next = tokens.findIndex((token, index) => index > helper && !(token.kind === 'word' && adverbs.has(token.text)))
  const straight = !auxiliaries.has(word) || tokens[next]?.text === 'be' || (tokens[next]?.kind === 'word' && isVerb(tokens, next, verbs))
  if (straight) return subjectOf(tokens, helper - 1, verbs) ?? { side: 'is', of: '' }
  const found = verbAfter(tokens, helper + 1, verbs)
  if (found === null) return { side: 'is', of: '' }
  const stranded = tokens[found.at + 1]
  if (
    found.verb.particle === undefined &&
    stranded?.kind === 'word' &&
    prepositions.has(stranded.text) &&
    tokens[found.at + 2]?.kind !== 'name'
  ) {
    const after = tokens[found.at + 2]
    if (after === undefined || after.kind === 'mark' || prepositions.has(after.text)) return { side: 'behind', of: stranded.text }
  }
  return sideOf(found.verb, 'after', false)
}

function subjectOf(tokens: readonly Token[], at: number, verbs: Verbs): Part | null {
  const found = verbAfter(tokens, at + 1, verbs)
  if (found !== null) return sideOf(found.verb, 'before', isPassive(tokens, found.at, found.verb))
  const rest = tokens.slice(at + 1)
  const end = rest.findIndex((token) => token.kind === 'mark')
  return rest.slice(0, end === -1 ? undefined : end).some((token) => being.has(token.text)) ? { side: 'is', of: '' } : null
}

function verbAfter(tokens: readonly Token[], from: number, verbs: Verbs): { verb: VerbForm; at: number } | null {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind === 'mark' && token.text !== '⟨' && token.text !== '⟩') return null
    const verb = verbAt(tokens, at, verbs)
    const helps = token !== undefined && auxiliaries.has(token.text) && verbAfter(tokens, at + 1, verbs) !== null
    if (verb !== null && !helps) return { verb, at }
  }
  return null
}

/** Behind "by", who does it; behind "of", what an act is done to; behind a verb's own particle, what the verb gets. */
function partBehind(tokens: readonly Token[], at: number, verbs: Verbs): Part {
  const word = tokens[at]?.text ?? ''
  const before = tokens[at - 1]?.text ?? ''
  const verb = verbAt(tokens, at - 1, verbs)
  if (verb?.particle === word) return sideOf(verb, 'after', false)
  if (word === 'of' && before === 'because') return { side: 'does', of: 'cause' }
  if (word === 'to' && before === 'due') return { side: 'behind', of: tokens[at - 2]?.text === 'not' ? 'not due to' : 'due to' }
  const act = word === 'of' ? verbs.acts.get(before) : undefined
  if (act !== undefined) return { side: 'gets', of: act }
  if (word === 'by') return byWhom(tokens, at, verbs)
  return { side: 'behind', of: word }
}

function byWhom(tokens: readonly Token[], at: number, verbs: Verbs): Part {
  for (let back = at - 1; back >= 0 && tokens[back]?.kind !== 'mark'; back--) {
    const act = verbs.acts.get(tokens[back]?.text ?? '')
    if (act !== undefined) return { side: 'does', of: act }
    const verb = verbAt(tokens, back, verbs)
    if (verb !== null && verb.form === 'past') return { side: 'does', of: verb.lemma }
  }
  return { side: 'behind', of: 'by' }
}

function sideOf({ lemma, reversed }: VerbForm, stands: 'before' | 'after', passive: boolean): Part {
  const does = (stands === 'before') !== (passive || reversed)
  return { side: does ? 'does' : 'gets', of: lemma }
}

function isVerb(tokens: readonly Token[], at: number, verbs: Verbs): boolean {
  return verbAt(tokens, at, verbs) !== null
}

/** The verb at a word, with its particle where it has one; `null` for any other word. */
function verbAt(tokens: readonly Token[], at: number, verbs: Verbs): VerbForm | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const forms = verbs.forms.get(token.text) ?? []
  return (
    forms.find((form) => form.particle !== undefined && form.particle === tokens[at + 1]?.text) ??
    forms.find((form) => form.particle === undefined) ??
    null
  )
}

function isPassive(tokens: readonly Token[], at: number, { form }: VerbForm): boolean {
  if (form !== 'past') return false
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back]
    if (token === undefined || (token.kind === 'mark' && token.text !== '⟨' && token.text !== '⟩')) return false
    if (being.has(token.text)) return true
  }
  return false
}
