// How much a note holds: a generous card, not a book.

import { LONGEST_TAG, MOST_TAGS } from '../search/tags.ts'
import type { NoteFields, NoteKind } from './note.ts'

export const MOST_CHARACTERS = 20_000
export const MOST_FIELDS = 120
/** Notes that are added in one act. */
export const MOST_ADDED = 5_000

/** The fields that are sent: items that were written before the note became something else stay in the editor alone. */
export function sentFields(kind: NoteKind | null, fields: NoteFields): NoteFields {
  if (kind === null || kind === 'list') return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'items' && !name.startsWith('item:')))
}

/** What a learner is told of a note that holds too much; null: it holds no more than it can. */
export function tooMuch(fields: NoteFields, tags: readonly string[]): string | null {
  if (Object.keys(fields).length > MOST_FIELDS) return 'A list holds at most a hundred items. Make two lists of it.'
  if (Object.values(fields).some((text) => text.length > MOST_CHARACTERS)) return 'A text holds at most 20,000 characters. Shorten it.'
  const long = tags.find((tag) => tag.length > LONGEST_TAG)
  if (long !== undefined) return `A tag holds at most ${LONGEST_TAG} characters. Shorten “${long.slice(0, 20)}…”.`
  return tags.length > MOST_TAGS ? `A note holds at most ${MOST_TAGS} tags. Leave some out.` : null
}
