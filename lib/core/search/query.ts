// What a search asks for. All of its terms must hold; docs/find.md says each of them to a learner.

export const STATES = ['due', 'new', 'learning', 'review', 'relearning', 'suspended', 'buried', 'leech', 'flagged', 'marked'] as const
export type SearchState = (typeof STATES)[number]

export const PROPERTIES = ['stability', 'difficulty', 'lapses', 'reps', 'due'] as const
export type Property = (typeof PROPERTIES)[number]

export const COMPARISONS = ['<=', '>=', '!=', '=', '<', '>'] as const
export type Comparison = (typeof COMPARISONS)[number]

export type Term = { not: boolean } & (
  | { kind: 'words'; text: string; phrase: boolean }
  /** A deck by its name or by its path, "Neurology::Stroke", with all that lies within it. */
  | { kind: 'deck'; name: string }
  /** A tag with all that lies within it; null: no tag at all. */
  | { kind: 'tag'; name: string | null }
  | { kind: 'is'; state: SearchState }
  /** Stability in days, difficulty from 1 to 10, due in days from today. */
  | { kind: 'prop'; property: Property; comparison: Comparison; value: number }
)

/** A word that cannot be read: where it stands, why in a sentence, and what may have been meant. */
export type SearchFault = { start: number; end: number; message: string; repair: string | null }

export const LONGEST_QUERY = 500
/** Quotation marks as keyboards and phones write them: none of them is ever looked for. */
export const QUOTES = /["“”„]/g

/** "tag:none" finds what has no tag. */
export const NO_TAG = 'none'

/** The search as it would be typed, in one spelling. */
export function printQuery(terms: readonly Term[]): string {
  return terms.map(printTerm).join(' ')
}

function printTerm(term: Term): string {
  const sign = term.not ? '-' : ''
  switch (term.kind) {
    case 'words':
      return `${sign}${term.phrase || !isPlain(term.text) ? `"${term.text}"` : term.text}`
    case 'deck':
      return `${sign}deck:${quoted(term.name)}`
    case 'tag':
      return `${sign}tag:${term.name === null ? NO_TAG : term.name === NO_TAG ? `"${NO_TAG}"` : quoted(term.name)}`
    case 'is':
      return `${sign}is:${term.state}`
    case 'prop':
      return `${sign}prop:${term.property}${term.comparison}${term.value}`
    default:
      return term satisfies never
  }
}

function quoted(name: string): string {
  const bare = name.replace(QUOTES, '').trim()
  return /\s|^:/.test(bare) || bare === '' ? `"${bare}"` : bare
}

/** Nothing in it would be read as more than a word. */
const isPlain = (text: string) => !/\s|^-|^[a-z]+:(?!:)|^or$/i.test(text)

/** What narrows a search in one way: of each such way a search has at most one, so choosing another deck leaves the first. */
const sameWay = (a: Term, b: Term) => a.kind === b.kind && a.not === b.not && (a.kind !== 'is' || (b.kind === 'is' && a.state === b.state))

/** The search narrowed by a term, or no longer where it is narrowed by it already. */
export function toggled(terms: readonly Term[], term: Term): Term[] {
  const others = terms.filter((other) => !sameWay(other, term))
  return holds(terms, term) ? others : [...others, term]
}

/** Whether the search is narrowed by this term. */
export function holds(terms: readonly Term[], term: Term): boolean {
  return terms.some((other) => printTerm(other).toLowerCase() === printTerm(term).toLowerCase())
}
