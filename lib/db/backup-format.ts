// What a backup is: gzip around lines. A header, then each table as a line that names it, Postgres's own COPY text, "\." and a line
// with the number of rows and their hash, and at last a line that says that nothing is missing.

import { createHash, type Hash } from 'node:crypto'

export const BACKUP_VERSION = 1
export const END_OF_ROWS = '\\.'

export type BackupHeader = { format: 'myelin-backup'; version: number; createdAt: string; migrations: string[]; tables: string[] }
export type TableHead = { table: string; columns: string[] }
export type TableFoot = { rows: number; sha256: string }
export type BackupEnd = { end: true; tables: number }

/** A file that cannot be restored; the message says why, and what stands. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}

const TRUNCATED = 'This backup is not whole: its end is missing, or something within it changed. Nothing was restored. Use another copy.'
const NOT_OURS = 'This file is no backup of Myelin. Nothing was restored.'

export const notWhole = (): BackupFault => new BackupFault(TRUNCATED)

export const lineOf = (value: BackupHeader | TableHead | TableFoot | BackupEnd): string => `${JSON.stringify(value)}\n`

const NEWLINE = 10

/** Whole lines, each with its newline, several at a time where they came together. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  try {
    for await (const chunk of chunks) {
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        const tail = chunk.subarray(from, at + 1)
        yield parts.length === 0 ? tail : Buffer.concat([...parts, tail])
        parts = []
        from = at + 1
      }
      if (from < chunk.length) parts.push(chunk.subarray(from))
    }
  } catch (error) {
    throw faultOf(error)
  }
  if (parts.length > 0) throw notWhole()
}

/** What zlib says of a file that is no gzip, or whose gzip breaks off. */
function faultOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'Z_BUF_ERROR') return notWhole()
  if (code !== 'Z_DATA_ERROR') return error
  return error instanceof Error && error.message === 'incorrect header check' ? new BackupFault(NOT_OURS) : notWhole()
}

function parse(line: Buffer | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(line))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw notWhole()
}

export type TableRows = { head: TableHead; /** To be read to its end before the next table is asked for. */ rows: AsyncIterable<Buffer> }

/**
 * Reads an unzipped backup table by table, and throws a BackupFault as soon as something is wrong: at the latest when the
 * last table was read. Whoever writes while reading must undo that then.
 */
export async function* readBackup(chunks: AsyncIterable<Buffer>): AsyncGenerator<BackupHeader | TableRows> {
  const lines = linesOf(chunks)
  const next = async () => (await lines.next()).value as Buffer | undefined
  const first = await next()
  const header = first && headerOf(first)
  if (!header) throw new BackupFault(NOT_OURS)
  yield header
  for (const table of header.tables) {
    const head = parse(await next()) as TableHead
    if (head.table !== table || !Array.isArray(head.columns)) throw notWhole()
    const counted = { rows: 0, hash: createHash('sha256') }
    yield { head, rows: rowsOf(next, counted) }
    const foot = parse(await next()) as TableFoot
    if (foot.rows !== counted.rows || foot.sha256 !== counted.hash.digest('hex')) throw notWhole()
  }
  const end = parse(await next()) as BackupEnd
  if (end.end !== true || end.tables !== header.tables.length || (await next()) !== undefined) throw notWhole()
}

function headerOf(line: Buffer): BackupHeader | null {
  try {
    const header = JSON.parse(String(line)) as BackupHeader
    if (header.format !== 'myelin-backup') return null
    if (header.version !== BACKUP_VERSION) {
      throw new BackupFault('This backup was made by another version of Myelin. Nothing was restored. Restore it with that version.')
    }
    return Array.isArray(header.migrations) && Array.isArray(header.tables) ? header : null
  } catch (error) {
    if (error instanceof BackupFault) throw error
    return null
  }
}

const BLOCK_BYTES = 65_536

/** Rows in blocks that are worth a write; counts and hashes them on the way. */
async function* rowsOf(next: () => Promise<Buffer | undefined>, counted: { rows: number; hash: Hash }): AsyncGenerator<Buffer> {
  let block: Buffer[] = []
  let bytes = 0
  for (;;) {
    const line = await next()
    if (line === undefined) throw notWhole()
    const ended = line.length === 3 && line.toString('latin1') === `${END_OF_ROWS}\n`
    if (!ended) {
      counted.rows += 1
      counted.hash.update(line)
      block.push(line)
      bytes += line.length
    }
    if (block.length > 0 && (ended || bytes >= BLOCK_BYTES)) {
      yield Buffer.concat(block)
      block = []
      bytes = 0
    }
    if (ended) return
  }
}
