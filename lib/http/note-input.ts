// Reads decks and notes as they come from a form. Lengths are those of a generous card, not of a book.

import { z } from 'zod'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import { NOTE_KINDS } from '#lib/core/note/note.ts'
import { readUuid } from './uuid.ts'

const MOST_FIELD = 20_000
const MOST_FIELDS = 120

const id = <Id extends string>() =>
  z.string().transform((text, context): Id => {
    const read = readUuid<Id>(text)
    if (read === null) context.addIssue({ code: 'custom', message: 'no UUID' })
    return read ?? z.NEVER
  })
/** One line, without what cannot be seen. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001]|\p{Surrogate}/gu
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(unseen, '').trim())

const kind = z.enum(NOTE_KINDS)
const fieldName = z.string().regex(/^[\w:.-]{1,200}$/)
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
    .array(line(60))
    .max(50)
    .transform((tags) => [...new Set(tags.filter((tag) => tag !== ''))]),
  deckId: id<DeckId>(),
})
const version = z.int().min(1).max(2_000_000_000)

export const newDeckInput = deck.extend({ id: id<DeckId>() })
export const deckInput = deck.extend({ version })
export const newNoteInput = note.extend({ id: id<NoteId>(), kind })
export const noteInput = note.extend({ version })
export const previewInput = z.object({ kind, fields })
