// Everything of a learner's as one JSON text, written piece by piece. Events come first and what they refer to after them, so
// that whatever is made meanwhile, nothing in the file refers to what is not in it.

import type { UserId } from '#lib/core/ids.ts'
import { EXPORT_FORMAT, EXPORT_VERSION } from '#lib/core/export.ts'
import { formatTime } from '#lib/core/time.ts'
import { encodeEvent } from '#lib/core/wire.ts'
import { eventPages, frameRows, lastCursor, rowPages } from '#lib/db/export-rows.ts'
import { readSettings } from '#lib/db/settings.ts'
import { UnknownLearner } from './record-events.ts'

/** Pieces of the text of docs/export.md, none of them long. Throws UnknownLearner where the account is gone. */
export async function* exportLearner(userId: UserId, now: number): AsyncGenerator<string> {
  const [last, current] = [await lastCursor(userId), await readSettings(userId)]
  if (last === null || current === null) throw new UnknownLearner()
  const head = { format: EXPORT_FORMAT, formatVersion: EXPORT_VERSION, exportedAt: formatTime(now), settings: current.settings }
  // The head without its closing brace: the lists follow within it.
  yield JSON.stringify(head).slice(0, -1)
  yield* list('events', mapped(eventPages(userId, last), encodeEvent))
  yield* list('cards', rowPages(userId, 'cards'))
  yield* list('notes', rowPages(userId, 'notes'))
  yield* list('media', rowPages(userId, 'media'))
  for (const [name, rows] of Object.entries(await frameRows(userId))) yield* list(name, [rows])
  yield '}\n'
}

async function* mapped<From, To>(pages: AsyncIterable<From[]>, map: (value: From) => To): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.map(map)
}

async function* list(name: string, pages: AsyncIterable<unknown[]> | Iterable<unknown[]>): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}: [`
  let written = false
  for await (const page of pages) {
    if (page.length === 0) continue
    yield `${written ? ',' : ''}\n${page.map((value) => JSON.stringify(value)).join(',\n')}`
    written = true
  }
  yield ']'
}
