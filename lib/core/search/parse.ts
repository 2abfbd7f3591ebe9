// Reads a search as it is typed: words, "a phrase", deck:, tag:, is:, prop:, and - before any of them for what must not be. It
// takes what people may mean, and says of the first word that it cannot read what to do about it.

import { foldText } from './fold.ts'
import {
  COMPARISONS,
  type Comparison,
  LONGEST_QUERY,
  NO_TAG,
  PROPERTIES,
  type Property,
  QUOTES,
  type SearchFault,
  type SearchState,
  STATES,
  type Term,
} from './query.ts'
import { cleanTag } from './tags.ts'

type Span = { start: number; end: number }
/** `spans`: where each of the terms stands. */
export type ParsedQuery = { terms: Term[]; spans: Span[]; fault: SearchFault | null }

/** A word of the search: its text without quotes, and where it stands. */
type Word = Span & { bare: string; not: boolean; key: string | null; text: string; quoted: boolean }

type ReadTerm = { ok: true; term: Term } | { ok: false; message: string; repair: string | null }
const bad = (message: string, repair: string | null = null): ReadTerm => ({ ok: false, message, repair })

/** Never throws. With a fault, `terms` are those that could be read before and after it. */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > LONGEST_QUERY) {
    const message = `A search has at most ${LONGEST_QUERY} characters. Leave some of it out.`
    return { terms: [], spans: [], fault: { start: 0, end: text.length, message, repair: null } }
  }
  const terms: Term[] = []
  const spans: Span[] = []
  let fault: SearchFault | null = null
  for (const word of wordsOf(text)) {
    const read = readWord(word)
    const { start, end } = word
    if (!read.ok) {
      fault ??= { start, end, message: read.message, repair: read.repair }
      continue
    }
    terms.push(read.term)
    spans.push({ start, end })
  }
  return { terms, spans, fault }
}

// Quotes as keyboards and phones write them. One that is never closed goes on to the end.
const WORD = /(-*)(?:([a-z]+):(?!:))?((?:[^\s"“”„]|["“”„][^"“”„]*(?:["“”„]|$))*)/giy

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const space = /\s*/y
  for (let at = 0; at < text.length;) {
    space.lastIndex = at
    space.exec(text)
    WORD.lastIndex = space.lastIndex
    const found = WORD.exec(text)
    if (!found || found[0] === '') break
    const [raw, minus = '', key, rest = ''] = found
    at = WORD.lastIndex
    const word = { start: found.index, end: at, bare: raw.slice(minus.length), not: minus !== '', key: key?.toLowerCase() ?? null }
    if (word.bare !== '') words.push({ ...word, text: rest.replace(QUOTES, ''), quoted: rest.search(QUOTES) !== -1 })
  }
  return words
}

function readWord(word: Word): ReadTerm {
  const { not, key, text } = word
  switch (key) {
    case null:
      return readText(word)
    case 'deck':
      return text.trim() === '' ? nothingAfter('deck', 'a deck') : { ok: true, term: { not, kind: 'deck', name: text.trim() } }
    case 'tag':
      return readTag(word)
    case 'is':
      return readState(word)
    case 'prop':
      return readProperty(word)
    default:
      return bad(
        `“${key}:” is not a word of the search. There are deck:, tag:, is: and prop:. In quotation marks it is looked for as text.`,
        `${not ? '-' : ''}"${word.bare.replace(QUOTES, '')}"`,
      )
  }
}

const nothingAfter = (key: string, what: string) => bad(`Nothing stands after “${key}:”. Write ${what} behind it, without a space.`)

function readText({ not, text, quoted }: Word): ReadTerm {
  if (!quoted && text.toLowerCase() === 'or') {
    return bad('All words of a search must be found: “or” joins nothing. In quotation marks it is looked for as text.', '"or"')
  }
  if (foldText(text) === '') return bad(`“${text}” holds no letter and no number to look for. Leave it out.`)
  return { ok: true, term: { not, kind: 'words', text, phrase: quoted } }
}

function readTag({ not, text, quoted }: Word): ReadTerm {
  const name = cleanTag(text)
  if (name === '') return nothingAfter('tag', `a tag, or ${NO_TAG} for what has no tag,`)
  return { ok: true, term: { not, kind: 'tag', name: name.toLowerCase() === NO_TAG && !quoted ? null : name } }
}

function readState({ not, text }: Word): ReadTerm {
  const asked = text.trim().toLowerCase()
  const state = STATES.find((one) => one === asked)
  if (state) return { ok: true, term: { not, kind: 'is', state } }
  if (asked === '') return nothingAfter('is', `a state (${STATES.join(', ')})`)
  const near = nearest(asked, STATES)
  // The short names that people bring along from Anki mean one thing.
  if (asked === 'learn' && near === 'learning') return { ok: true, term: { not, kind: 'is', state: near } }
  return bad(`“${text.trim()}” is not a state. There are ${STATES.join(', ')}.`, near && `${not ? '-' : ''}is:${near}`)
}

const SHORT: Record<string, Property> = { s: 'stability', d: 'difficulty' }
const PROPERTY = new RegExp(`^([a-z]*)(${COMPARISONS.join('|')})(.*)$`, 'i')
const LARGEST = 1e6

function readProperty({ not, text }: Word): ReadTerm {
  const [, name = '', comparison, number = ''] = PROPERTY.exec(text.trim()) ?? []
  if (comparison === undefined) return bad('After “prop:” come a number’s name, a sign and a number, such as prop:lapses>=4.')
  const asked = name.toLowerCase()
  const property = SHORT[asked] ?? PROPERTIES.find((one) => one === asked)
  const sign = not ? '-' : ''
  if (!property) {
    const near = nearest(asked, PROPERTIES)
    const message = `“${name}” is not a number of a card. There are ${PROPERTIES.join(', ')}.`
    return bad(message, near && `${sign}prop:${near}${comparison}${number}`)
  }
  const value = numberOf(number)
  if (value !== null) return { ok: true, term: { not, kind: 'prop', property, comparison: comparison as Comparison, value } }
  const pointed = number.replace(',', '.')
  return numberOf(pointed) === null
    ? bad(`“${number}” is not a number. Write it in figures, such as 21.`)
    : bad(`“${number}” is not a number here. Write it with a point: ${pointed}.`, `${sign}prop:${asked}${comparison}${pointed}`)
}

const numberOf = (text: string): number | null =>
  /^-?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= LARGEST ? Number(text) : null

/** The one name that begins as what was typed does, or whose beginning was typed and more. */
function nearest<Name extends SearchState | Property>(asked: string, names: readonly Name[]): Name | null {
  const near = names.filter((name) => asked.length > 1 && (name.startsWith(asked.slice(0, 3)) || asked.startsWith(name)))
  return near[0] ?? null
}
