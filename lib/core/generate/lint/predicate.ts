// The verb of a clause: where it stands, whether it is passive, and which side of it a name is on.

import type { Token } from './clause.ts'
import type { VerbForm, Verbs } from './verbs.ts'

/**
 * `does` and `gets` are the two sides of a verb, whether it is active, passive, asked for, or a noun ("invasion of … by …");
 * `behind` is a preposition; `is` either side of "is"; `listed` an item of a list.
 */
export type Part = { side: 'does' | 'gets' | 'behind'; of: string } | { side: 'is' | 'listed'; of: '' }

export const is: Part = { side: 'is', of: '' }
export const listed: Part = { side: 'listed', of: '' }

export const auxiliaries = new Set('do does did may might can could will would must should is are was were be been has have had'.split(' '))
const being = new Set(['is', 'are', 'was', 'were', 'be', 'been'])
export const adverbs = new Set(
  'also not then still often typically usually generally rarely commonly frequently potentially possibly probably likely'.split(' '),
)

export type Clause = { tokens: readonly Token[]; verbs: Verbs }

export function textAt({ tokens }: Clause, at: number): string {
  return tokens[at]?.text ?? ''
}

/** The answer's marks end no clause. */
function isEnd(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && token.text !== '⟨' && token.text !== '⟩')
}

/** The verb at a word; one with a particle only where that stands behind it, or before the question word ("to which … does it lead"). */
export function verbAt(clause: Clause, at: number): VerbForm | null {
  const { tokens, verbs } = clause
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const forms = verbs.forms.get(token.text) ?? []
  const fronted = textAt(clause, tokens.findIndex(({ text }) => text === '⟨') - 1)
  const particles = [textAt(clause, at + 1), fronted].filter((text) => text !== '')
  const withOwn = particles.flatMap((particle) => forms.find((form) => form.particle === particle) ?? [])
  return withOwn[0] ?? forms.find((form) => form.particle === undefined) ?? null
}

export type FoundVerb = { verb: VerbForm; at: number }

/** The first verb from here to the end of the clause that is more than a help to another. */
export function verbAfter(clause: Clause, from: number): FoundVerb | null {
  for (let at = from; !isEnd(clause.tokens[at]); at++) {
    const verb = verbAt(clause, at)
    const helps = auxiliaries.has(textAt(clause, at)) && verbAfter(clause, at + 1) !== null
    if (verb !== null && !helps) return { verb, at }
  }
  return null
}

/** Where "is" stands by itself, and helps no verb; -1 where it does not. */
function copulaAfter(clause: Clause, from: number): number {
  for (let at = from; !isEnd(clause.tokens[at]); at++) {
    if (being.has(textAt(clause, at)) && verbAt(clause, nextWord(clause, at))?.form !== 'past') return at
  }
  return -1
}

/** The next token that is no adverb. */
export function nextWord(clause: Clause, at: number): number {
  let next = at + 1
  while (adverbs.has(textAt(clause, next)) || textAt(clause, next) === 'be') next++
  return next
}

/** The part of a name before its verb. */
export function subjectOf(clause: Clause, at: number): Part | null {
  // "The virus, which causes fever": what is told behind "which" is told of the name.
  const from = textAt(clause, at + 1) === ',' && /^wh(?:ich|o)$/.test(textAt(clause, at + 2)) ? at + 3 : at + 1
  const found = verbAfter(clause, from)
  const copula = copulaAfter(clause, from)
  if (copula !== -1 && (found === null || copula < found.at)) return is
  return found && sideOf(found.verb, 'before', isPassive(clause, found.at, found.verb))
}

/** The part of a name behind a verb; behind a passive one stands what is given to someone. */
export function objectOf(verb: VerbForm): Part {
  return sideOf(verb, 'behind', false)
}

function sideOf({ lemma, reversed }: VerbForm, stands: 'before' | 'behind', passive: boolean): Part {
  const does = (stands === 'before' && !passive) !== reversed
  return { side: does ? 'does' : 'gets', of: lemma }
}

function isPassive(clause: Clause, at: number, { form }: VerbForm): boolean {
  if (form !== 'past') return false
  for (let back = at - 1; !isEnd(clause.tokens[back]); back--) {
    if (being.has(textAt(clause, back))) return true
  }
  return false
}
