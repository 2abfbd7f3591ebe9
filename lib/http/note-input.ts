// Reads decks and notes as they come from a form.

import { z } from 'zod'
import type { DeckId, NoteId } from '#lib/core/ids.ts'
import { LONGEST_TAG, MOST_ADDED, MOST_CHARACTERS, MOST_FIELDS, MOST_TAGS } from '#lib/core/note/limits.ts'
import { NOTE_KINDS } from '#lib/core/note/note.ts'
import { readUuid } from './uuid.ts'

/** Notes whose cards are shown at once. */
const MOST_SHOWN = 50

const id = <Id extends string>() =>
  z.string().transform((text, context): Id => {
    const read = readUuid<Id>(text)
    if (read === null) context.addIssue({ code: 'custom', message: 'no UUID' })
    return read ?? z.NEVER
  })
/** One line, without what cannot be seen. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001]|\p{Surrogate}/gu
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(unseen, '').trim())

const kind = z.enum(NOTE_KINDS)
const fieldName = z.string().regex(/^[\w:.-]{1,80}$/)
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
    .transform((tags) => [...new Set(tags.filter((tag) => tag !== ''))]),
  deckId: id<DeckId>(),
})
const version = z.int().min(1).max(2_000_000_000)

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
