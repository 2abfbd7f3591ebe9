// What each column of a table holds: as its heading says, else as its texts look.

import { gapsOf } from '../markup/cloze.ts'
import type { TableRow } from './split.ts'

/** A field of the note; null: the column is left out. `front` is the text of a cloze, too. */
export type Column = 'front' | 'back' | 'why' | 'source' | 'tags' | null
/** Kinds of notes that a row can make. */
export type RowKind = 'question' | 'both' | 'cloze'

const NAMES: Readonly<Record<string, Exclude<Column, null>>> = {
  ...Object.fromEntries(['question', 'questions', 'front', 'term', 'text', 'prompt', 'cue', 'word', 'q'].map((name) => [name, 'front'])),
  ...Object.fromEntries(['answer', 'answers', 'back', 'definition', 'meaning', 'response', 'a'].map((name) => [name, 'back'])),
  ...Object.fromEntries(['explanation', 'why', 'extra', 'back extra', 'note', 'notes', 'comment', 'remark'].map((name) => [name, 'why'])),
  ...Object.fromEntries(['source', 'sources', 'citation', 'reference'].map((name) => [name, 'source'])),
  ...Object.fromEntries(['tag', 'tags', 'topic', 'category', 'subject'].map((name) => [name, 'tags'])),
}

const named = (cell: string): Column => {
  const name = cell.trim().toLowerCase()
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null
}

/** Whether a row names columns instead of filling them. */
export function looksLikeHeader(row: TableRow | undefined): boolean {
  const columns = (row?.cells ?? []).map(named)
  return columns.includes('front') && (columns.length === 1 || columns.filter((column) => column !== null).length > 1)
}

export const columnsByName = (row: TableRow): Column[] => row.cells.map(named)

/** A cloze where most rows have gaps in their first column. */
export function findKind(rows: readonly TableRow[]): RowKind {
  const withGap = rows.filter(({ cells }) => gapsOf(cells[0] ?? '').length > 0)
  return withGap.length * 2 > rows.length ? 'cloze' : 'question'
}

/** Question and answer come first; what follows is tags where it looks like labels, else the explanation. */
export function findColumns(rows: readonly TableRow[], width: number, kind: RowKind): Column[] {
  const first: Column[] = kind === 'cloze' ? ['front'] : ['front', 'back']
  const columns = first.slice(0, width)
  for (let at = columns.length; at < width; at++) {
    const likely: Column[] = areLabels(rows.map(({ cells }) => cells[at] ?? '')) ? ['tags', 'why'] : ['why', 'tags']
    columns.push([...likely, 'source' as const].find((column) => !columns.includes(column)) ?? null)
  }
  return columns
}

/** Short, and no sentences. */
function areLabels(texts: readonly string[]): boolean {
  const written = texts.filter((text) => text !== '')
  return written.length > 0 && written.every((text) => text.length <= 60 && text.split(/\s+/).length <= 3 && !/[.?!]$/.test(text))
}
