// Text that was pasted, parted into rows of cells: a table, CSV with its quotation marks, or one line a note.

import Papa from 'papaparse'
import { gapsOf } from '../markup/cloze.ts'

/** What parts the columns; `none`: a line is one column. */
export const SEPARATORS = ['tab', 'comma', 'semicolon', 'colons', 'none'] as const
export type Separator = (typeof SEPARATORS)[number]

export type TableRow = {
  /** Where it stands in the text, its line end left out. */
  start: number
  end: number
  cells: string[]
  /** A quotation mark opens a cell and nothing closes it: the line was read as it stands. */
  open: boolean
}

const SIGNS = { tab: '\t', comma: ',', semicolon: ';' } as const

/** Rows that hold something, in order. Line ends must be "\n". */
export function splitRows(text: string, separator: Separator): TableRow[] {
  const rows = separator === 'colons' || separator === 'none' ? splitLines(text, separator) : splitTable(text, SIGNS[separator])
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** The mark that begins a line of a list. */
const bullet = /^\s*(?:[-*•‣–—]|\d{1,4}[.)])\s+/

function splitLines(text: string, separator: 'colons' | 'none'): TableRow[] {
  return linesOf(text).map(([start, end]) => {
    const line = text.slice(start, end).replace(bullet, '')
    return { start, end, cells: (separator === 'none' ? [line] : splitAtColons(line)).map(trim), open: false }
  })
}

/** At each `::` that is no part of a gap. */
function splitAtColons(line: string): string[] {
  const gaps = gapsOf(line)
  const cells: string[] = []
  let from = 0
  for (const { index } of line.matchAll(/::/g)) {
    if (index < from || gaps.some(({ start, end }) => start <= index && index < end)) continue
    cells.push(line.slice(from, index))
    from = index + 2
  }
  return [...cells, line.slice(from)]
}

/** A quotation mark that nothing closes costs its own line alone: what follows is read afresh. */
function splitTable(text: string, sign: string): TableRow[] {
  const lines = linesOf(text)
  const rows: TableRow[] = []
  for (let at = 0; at < lines.length;) {
    const { row, next } = readRecord(text, lines, at, sign)
    rows.push(row)
    at = next
  }
  return rows
}

/** The row that begins with line `at`. */
function readRecord(text: string, lines: readonly Line[], at: number, sign: string): { row: TableRow; next: number } {
  const [start, end] = lines[at] ?? [0, 0]
  const line = text.slice(start, end)
  const lone = parseRecord(line, sign)
  if (lone) return { row: { start, end, cells: lone, open: false }, next: at + 1 }
  const open = marksIn(line) % 2 === 1
  const last = open ? closingLine(text, lines, at) : null
  const [, close] = lines[last ?? at] ?? [0, end]
  const whole = last === null ? null : parseRecord(text.slice(start, close), sign)
  if (last !== null && whole) return { row: { start, end: close, cells: whole, open: false }, next: last + 1 }
  // Quotation marks that belong to the words come in pairs.
  return { row: { start, end, cells: line.split(sign).map(trim), open }, next: at + 1 }
}

/** A cell in quotation marks may run over several lines: the first line after which all marks are paired. */
function closingLine(text: string, lines: readonly Line[], at: number): number | null {
  for (let last = at + 1; last < lines.length; last++) {
    const [start, end] = lines[last] ?? [0, 0]
    if (marksIn(text.slice(start, end)) % 2 === 1) return last
  }
  return null
}

/** The cells of one row; null: this is not one row with its quotation marks in order. */
function parseRecord(text: string, sign: string): string[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: sign, newline: '\n' })
  if (errors.length > 0 || data.length > 1) return null
  return (data[0] ?? []).map(trim)
}

const marksIn = (text: string) => text.split('"').length - 1

type Line = readonly [start: number, end: number]

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const end = start + line.length
    const found = [start, end] as const
    start = end + 1
    return found
  })
}

const trim = (cell: string) => cell.trim()

const SAMPLE = 50_000
/** So many of the rows must agree before a sign that prose uses, too, is taken for what parts them. */
const AGREEMENT = 0.8

/** The separator that the text most likely uses. */
export function findSeparator(text: string): Separator {
  const whole = text.length <= SAMPLE
  const sample = whole ? text : text.slice(0, Math.max(text.lastIndexOf('\n', SAMPLE), SAMPLE / 2))
  const widths = (separator: Separator) => splitRows(sample, separator).map(({ cells }) => cells.length)
  for (const separator of ['tab', 'colons'] as const) if (shareOf(widths(separator), (width) => width > 1) >= 0.5) return separator
  const lines = splitRows(sample, 'none')
  if (lines.length < 2 || shareOf(lines, ({ cells }) => gapsOf(cells[0] ?? '').length > 0) >= 0.5) return 'none'
  const agreement = (separator: Separator) => {
    const found = widths(separator)
    const usual = commonest(found)
    return usual === 1 ? 0 : shareOf(found, (width) => width === usual)
  }
  const [comma, semicolon] = [agreement('comma'), agreement('semicolon')]
  if (Math.max(comma, semicolon) < AGREEMENT) return 'none'
  return semicolon >= comma ? 'semicolon' : 'comma'
}

/** The value that comes most often; of equals, the greatest. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 1
}

const shareOf = <Value>(values: readonly Value[], holds: (value: Value) => boolean) =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length
