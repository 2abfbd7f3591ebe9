// Reads decks and notes as they come from a form.

import { z } from 'zod'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import { MOST_ADDED, MOST_CHARACTERS, MOST_FIELDS } from '#lib/core/note/limits.ts'
import { NOTE_KINDS } from '#lib/core/note/note.ts'
import { cleanTag, LONGEST_TAG, MOST_TAGS } from '#lib/core/search/tags.ts'
import { id, line, version } from './fields.ts'

/** Notes whose cards are shown at once. */
const MOST_SHOWN = 50

const kind = z.enum(NOTE_KINDS)
const fieldName = z.string().regex(/^[\w:.-]{1,200}$/)
const fields = z
  .record(fieldName, z.string().max(MOST_CHARACTERS))
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
/** A note of the learner's own by what it says; of one that a base made, which note it is says the rest. */
export const previewInput = z.union([z.object({ kind, fields }), z.object({ kind: z.null(), id: id<NoteId>(), fields })])

/** Many notes at once; `id` names the act. */
export const addInput = z.object({
  id: id<string>(),
  deckId: id<DeckId>(),
  notes: z
    .array(note.omit({ deckId: true }).extend({ id: id<NoteId>(), kind }))
    .min(1)
    .max(MOST_ADDED),
})
export const rowsPreviewInput = z.object({ notes: z.array(z.object({ kind, fields })).min(1).max(MOST_SHOWN) })
export const askedInput = z.object({ deckId: id<DeckId>(), questions: z.array(z.string().max(MOST_CHARACTERS)).min(1).max(MOST_ADDED) })
