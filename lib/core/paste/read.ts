// Rows that were pasted become notes to add, or say what is wrong with them and what to do.

import { gapNumbers } from '../markup/cloze.ts'
import { MOST_ADDED, MOST_CHARACTERS } from '../note/limits.ts'
import { LONGEST_TAG, MOST_TAGS } from '../search/tags.ts'
import { noteCards, type NoteFields } from '../note/note.ts'
import { questionKey } from '../note/question.ts'
import { type Column, columnsByName, findColumns, findKind, looksLikeHeader, type RowKind } from './columns.ts'
import { commonest, findSeparator, type Separator, splitRows, type TableRow } from './split.ts'

/** What the learner chose; null: as it is found. */
export type PasteChoices = { separator: Separator | null; header: boolean | null; columns: readonly Column[] | null; kind: RowKind | null }

export type PastedNote = { kind: RowKind; fields: NoteFields; tags: string[] }

/** A row that makes a note, or what is wrong with it and what helps, each a sentence. */
export type Reading =
  | {
      ok: true
      note: PastedNote
      cards: number
      question: string
      /** The number of the row above that asks the same. */
      twin: number | null
    }
  | { ok: false; say: string; help: string }

export type PastedRow = {
  /** From 1, the heading not counted. */
  number: number
  /** The same for as long as the row says the same. */
  key: string
  /** Where it stands in the text. */
  start: number
  end: number
  cells: readonly string[]
  reading: Reading
}

export type Paste = {
  separator: Separator
  header: boolean
  /** What the heading calls the columns. */
  names: readonly string[] | null
  columns: readonly Column[]
  kind: RowKind
  /** At most MOST_ADDED. */
  rows: PastedRow[]
  /** How many there are. */
  count: number
}

/** Characters of one paste. */
export const MOST_PASTED = 2_000_000

/** Text as the functions here take it. */
export const plainLines = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** `text` must come from `plainLines`. */
export function readPaste(text: string, chosen: PasteChoices): Paste {
  const separator = chosen.separator ?? findSeparator(text)
  const table = splitRows(text, separator)
  const [first] = table
  const header = chosen.header ?? (table.length > 1 && looksLikeHeader(first))
  const rows = header ? table.slice(1) : table
  const heading = header ? first : undefined
  const width = heading?.cells.length ?? commonest(rows.map(({ cells }) => cells.length))
  const kind = chosen.kind ?? findKind(rows)
  const byName = heading && looksLikeHeader(heading) ? columnsByName(heading) : null
  const found = byName ?? findColumns(rows, width, kind)
  const wanted = chosen.columns?.length === width ? chosen.columns : found
  // A cloze has no answer of its own: what stands beside it explains it.
  const columns = kind === 'cloze' ? wanted.map((column) => (column === 'back' ? 'why' : column)) : wanted
  return {
    separator,
    header,
    names: heading?.cells ?? null,
    columns,
    kind,
    rows: readRows(rows.slice(0, MOST_ADDED), { separator, columns, kind }),
    count: rows.length,
  }
}

type Table = { separator: Separator; columns: readonly Column[]; kind: RowKind }

function readRows(rows: readonly TableRow[], table: Table): PastedRow[] {
  const asked = new Map<string, number>()
  const seen = new Map<string, number>()
  return rows.map((row, index) => {
    const number = index + 1
    const reading = readRow(row, table)
    if (reading.ok) {
      const key = questionKey(reading.question)
      reading.twin = asked.get(key) ?? null
      if (reading.twin === null) asked.set(key, number)
    }
    const words = row.cells.join('\t')
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    return { number, key: `${times}\t${words}`, start: row.start, end: row.end, cells: row.cells, reading }
  })
}

function readRow(row: TableRow, { separator, columns, kind }: Table): Reading {
  if (row.open) {
    return wrong('A quotation mark opens a cell, and none closes it.', 'Close it at the end of its cell, or take it out.')
  }
  const over = row.cells.slice(columns.length).some((cell) => cell !== '')
  if (over) {
    return wrong(`It has ${row.cells.length} columns where there are ${columns.length}.`, OVER[separator])
  }
  const texts = (column: Column) => row.cells.filter((cell, index) => columns[index] === column && cell !== '')
  const front = texts('front').join('\n\n')
  const back = texts('back').join('\n\n')
  const shared = { why: texts('why').join('\n\n'), source: texts('source').join(', ') }
  const tags = [...new Set(texts('tags').flatMap((cell) => cell.split(/[,;]/).map((tag) => tag.trim())))].filter((tag) => tag !== '')
  // A text with gaps and no answer can mean one thing only.
  const own: RowKind = back === '' && gapNumbers(front).length > 0 ? 'cloze' : kind
  const fields: NoteFields = own === 'cloze' ? { text: front, ...shared } : { front, back, ...shared }
  const cards = noteCards(own, fields).length
  const fault = cards === 0 ? unasked(own, front, back, { separator, columns }) : tooLong(fields, tags)
  return fault ?? { ok: true, note: { kind: own, fields, tags }, cards, question: front, twin: null }
}

const wrong = (say: string, help: string): Reading => ({ ok: false, say, help })

const OVER: Readonly<Record<Separator, string>> = {
  tab: 'Take a tab out of it, or choose another separator.',
  comma: 'A cell that holds a comma stands in quotation marks: "one, two".',
  semicolon: 'A cell that holds a semicolon stands in quotation marks: "one; two".',
  colons: 'Write :: only between the columns.',
  none: 'Choose what parts the columns.',
}

const PARTED: Readonly<Record<Separator, string>> = {
  tab: 'after a tab',
  comma: 'after a comma',
  semicolon: 'after a semicolon',
  colons: 'after ::',
  none: 'after ::, and choose :: as what parts the columns',
}

/** Why a row makes no card. */
function unasked(kind: RowKind, front: string, back: string, { separator, columns }: Omit<Table, 'kind'>): Reading {
  if (!columns.includes('front')) return wrong('No column holds the question.', 'Choose the column of the question above.')
  if (kind === 'cloze') {
    if (front === '') return wrong('It has no text.', 'Write the text with a gap, as {{c1::word}}.')
    return wrong('It has no gap to ask for.', 'Mark what is asked for, as {{c1::word}} or {{c1::word::hint}}.')
  }
  if (front === '') return wrong('It has no question.', 'Write the question before its answer.')
  if (back !== '') return wrong('It makes no card.', 'Write a question and its answer.')
  if (!columns.includes('back') && separator !== 'none')
    return wrong('No column holds the answer.', 'Choose the column of the answer above.')
  return wrong('It has a question and no answer.', `Write the answer ${PARTED[separator]}.`)
}

function tooLong(fields: NoteFields, tags: readonly string[]): Reading | null {
  if (Object.values(fields).some((text) => text.length > MOST_CHARACTERS)) {
    return wrong(`One of its texts is longer than ${MOST_CHARACTERS.toLocaleString('en-GB')} characters.`, 'Part it into several notes.')
  }
  if ((fields['source'] ?? '').length > MOST_SOURCE) return wrong(`Its source is longer than ${MOST_SOURCE} characters.`, 'Shorten it.')
  if (tags.some((tag) => tag.length > LONGEST_TAG)) return wrong(`A tag is longer than ${LONGEST_TAG} characters.`, 'Part tags by commas.')
  return tags.length > MOST_TAGS ? wrong(`It has more than ${MOST_TAGS} tags.`, 'Keep those that you would look for.') : null
}

/** As the editor's own field for it. */
const MOST_SOURCE = 500
