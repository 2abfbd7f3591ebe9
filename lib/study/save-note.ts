// A learner writes a note, or edits one. Schedules are never touched: cards that are made no longer are withdrawn, and come back as they were.

import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import type { NoteFields, NoteKind } from '#lib/core/note/note.ts'
import { generatedFields, noteFields } from '#lib/core/note/stored.ts'
import { insertChange } from '#lib/db/changes.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { insertNote, noteOf, type NoteRow, type NoteText, putOwnCards } from '#lib/db/own-notes.ts'
import { ownDeck } from '#lib/db/own-decks.ts'
import { ownCards, rewriteNote } from './rewrite-note.ts'

export type NoteInput = {
  /** Null: a note of a fact base keeps the cards that the base makes. */
  kind: NoteKind | null
  fields: NoteFields
  tags: string[]
  deckId: DeckId
  /** The version that was edited; null: a new note. */
  version: number | null
}

export type SavedNote =
  | { ok: true; version: number; change: string | null }
  | { ok: false; code: 'not-found' }
  /** The note would make no card. */
  | { ok: false; code: 'no-card' }
  /** It was edited elsewhere meanwhile: the note as it is now. */
  | { ok: false; code: 'stale'; current: NoteRow }

/** The id of a new note comes from the device, so that a request that is sent twice makes one note. */
export function saveNote(userId: UserId, now: number, id: NoteId, input: NoteInput): Promise<SavedNote> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    return input.version === null ? make(tx, userId, now, id, input) : edit(tx, userId, now, id, input, input.version)
  })
}

async function make(
  tx: Transaction,
  userId: UserId,
  now: number,
  id: NoteId,
  { kind, fields, tags, deckId }: NoteInput,
): Promise<SavedNote> {
  const deck = await ownDeck(tx, userId, deckId)
  if (!deck || kind === null) return { ok: false, code: 'not-found' }
  const text = { kind, fields: noteFields(kind, fields), tags }
  const cards = ownCards(id, text)
  if (cards.length === 0) return { ok: false, code: 'no-card' }
  if (await insertNote(tx, userId, id, text, now)) {
    await putOwnCards(tx, userId, { id, version: 1, deckId }, cards, now)
    return { ok: true, version: 1, change: null }
  }
  // The first answer was lost on its way. What was written since is an edit of what is stored.
  const stored = await noteOf(tx, userId, id)
  if (stored && isDeepStrictEqual({ kind: stored.kind, fields: stored.fields, tags: stored.tags }, text)) {
    return { ok: true, version: stored.version, change: null }
  }
  return edit(tx, userId, now, id, { ...text, deckId, version: 1 }, 1)
}

async function edit(tx: Transaction, userId: UserId, now: number, id: NoteId, input: NoteInput, version: number): Promise<SavedNote> {
  const note = await noteOf(tx, userId, id)
  if (!note || !(await ownDeck(tx, userId, input.deckId))) return { ok: false, code: 'not-found' }
  if (note.version !== version) return { ok: false, code: 'stale', current: note }
  const text = textOf(note, input)
  if (text.kind !== null && ownCards(id, text).length === 0) return { ok: false, code: 'no-card' }
  await rewriteNote(tx, userId, now, note, { ...text, deckId: input.deckId })
  const change = uuidv7()
  const { kind, fields, tags, deckId } = note
  await insertChange(tx, userId, {
    id: change,
    kind: 'edit-note',
    subject: id,
    before: { kind, fields, tags, deckId, made: version + 1 },
    at: now,
  })
  return { ok: true, version: version + 1, change }
}

function textOf(note: NoteRow, { kind, fields, tags }: NoteInput): NoteText {
  if (note.kind !== null) return { kind: kind ?? note.kind, fields: noteFields(kind ?? note.kind, fields), tags }
  return { kind: null, fields: generatedFields(note.fields, fields), tags }
}
