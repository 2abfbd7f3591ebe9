// Sentences in English: capitals, lists, and verbs that agree with their subject and keep its hedge.

export type Count = 'one' | 'many'

/** Forms of a verb: invade, invades, invaded; `noun` is the act ("invasion"), `with` the preposition that it governs ("from"). */
export type Verb = {
  base: string
  third: string
  past: string
  noun?: string | undefined
  with?: string | undefined
}

const modals = new Set(['may', 'might', 'can', 'could'])

/** A hedge is a modal ("may"), or an adverb ("typically"). */
export type Hedge = string | undefined

/** The hedge of what rests on several facts: a modal, or else the first adverb. */
export function leastSure(hedges: readonly Hedge[]): Hedge {
  return hedges.find((hedge) => hedge !== undefined && modals.has(hedge)) ?? hedges.find((hedge) => hedge !== undefined)
}

/** "may show", "typically shows", "show". */
export function said(count: Count, verb: Verb, hedge: Hedge): string {
  if (hedge !== undefined && modals.has(hedge)) return `${hedge} ${verb.base}`
  return words(hedge, count === 'one' ? verb.third : verb.base)
}

/** "may the test show", "does the test typically show". */
export function asked(subject: string, count: Count, verb: Verb, hedge: Hedge): string {
  if (hedge !== undefined && modals.has(hedge)) return `${hedge} ${subject} ${verb.base}`
  return words(count === 'one' ? 'does' : 'do', subject, hedge, verb.base)
}

/** "may be given", "is typically given", "may also be seen". */
export function is(count: Count, predicate: string, hedge: Hedge, adverb?: string): string {
  if (hedge !== undefined && modals.has(hedge)) return words(hedge, adverb, 'be', predicate)
  return words(be(count), adverb, hedge, predicate)
}

/** "may steroids be given", "is the test typically given". */
export function isAsked(subject: string, count: Count, predicate: string, hedge: Hedge): string {
  if (hedge !== undefined && modals.has(hedge)) return words(hedge, subject, 'be', predicate)
  return words(be(count), subject, hedge, predicate)
}

/** "typically" makes "typical of", "commonly" makes "common in"; no hedge, "seen in". */
export function adjectiveOf(hedge: Hedge): string {
  if (hedge === undefined) return 'seen in'
  if (modals.has(hedge)) return `that ${hedge} be seen in`
  const adjective = hedge.replace(/ly$/, '')
  return adjective === 'typical' || adjective === 'characteristic' ? `${adjective} of` : `${adjective} in`
}

/** Before the name of the disease: "are typical of", "may be seen in". */
export function areOf(hedge: Hedge): string {
  return hedge !== undefined && modals.has(hedge) ? `${hedge} be seen in` : `are ${adjectiveOf(hedge)}`
}

export function be(count: Count): string {
  return count === 'one' ? 'is' : 'are'
}

/** "a or b"; "a, b, or c". */
export function joined(items: readonly string[], conjunction: string): string {
  if (items.length < 3) return items.join(` ${conjunction} `)
  return `${items.slice(0, -1).join(', ')}, ${conjunction} ${items.at(-1)}`
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

export function numeral(count: number): string {
  return numerals[count] ?? String(count)
}

/** A list that goes on ("…") needs no full stop. */
export function statement(text: string): string {
  return text.endsWith('…') ? capital(text) : `${capital(text)}.`
}

export function question(text: string): string {
  return `${capital(text)}?`
}

/** A first word with a capital of its own within it ("pH", "mRNA") stays as it is. */
export function capital(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

export function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
