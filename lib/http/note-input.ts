// Reads decks and notes as they come from a form. Lengths are those of a generous card, not of a book.

import { z } from 'zod'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import { NOTE_KINDS } from '#lib/core/note/note.ts'
import { cleanTag, LONGEST_TAG, MOST_TAGS } from '#lib/core/search/tags.ts'
import { id, line, version } from './fields.ts'

const MOST_FIELD = 20_000
const MOST_FIELDS = 120

const kind = z.enum(NOTE_KINDS)
const fieldName = z.string().regex(/^[\w:.-]{1,80}$/)
const fields = z
  .record(fieldName, z.string().max(MOST_FIELD))
  .refine((read) => Object.keys(read).length <= MOST_FIELDS && !('__proto__' in Object.assign(Object.create(null), read)))

const deck = z.object({
  name: line(200).refine((name) => name !== ''),
  parentId: id<DeckId>().nullable(),
})
const note = z.object({
  kind: kind.nullable(),
  fields,
  tags: z
    .array(line(LONGEST_TAG))
    .max(MOST_TAGS)
    .transform((tags) => [...new Set(tags.map(cleanTag).filter((tag) => tag !== ''))]),
  deckId: id<DeckId>(),
})

export const newDeckInput = deck.extend({ id: id<DeckId>() })
export const deckInput = deck.extend({ version })
export const newNoteInput = note.extend({ id: id<NoteId>(), kind })
export const noteInput = note.extend({ version })
export const previewInput = z.object({ kind, fields })
