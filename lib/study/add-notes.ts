// A learner adds many notes to a deck in one act, which one undo takes back.

import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import type { NoteFields, NoteKind } from '#lib/core/note/note.ts'
import { noteFields } from '#lib/core/note/stored.ts'
import { hasChange, insertChange } from '#lib/db/changes.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { ownDeck } from '#lib/db/own-decks.ts'
import { insertNotes, putNewCards } from '#lib/db/own-notes.ts'
import { ownCards } from './rewrite-note.ts'

export type AddedNote = { id: NoteId; kind: NoteKind; fields: NoteFields; tags: string[] }

export type NotesAdded =
  | { ok: true; change: string; notes: number; cards: number }
  | { ok: false; code: 'not-found' }
  /** These notes, counted from 0, would make no card: nothing was added. */
  | { ok: false; code: 'no-card'; notes: number[] }
  /** A note of one of these ids is there already. */
  | { ok: false; code: 'refused' }

/** The ids of the act and of its notes come from the device, so that a request that is sent twice adds once. */
export function addNotes(userId: UserId, now: number, change: string, deckId: DeckId, given: readonly AddedNote[]): Promise<NotesAdded> {
  const notes = given.map(({ id, kind, fields, tags }) => ({ id, kind, fields: noteFields(kind, fields), tags }))
  const cards = notes.map((note) => ownCards(note.id, note).map((card) => ({ ...card, noteId: note.id })))
  const bare = cards.flatMap((own, index) => (own.length === 0 ? [index] : []))
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    if (!(await ownDeck(tx, userId, deckId))) return { ok: false, code: 'not-found' }
    if (bare.length > 0) return { ok: false, code: 'no-card', notes: bare }
    const added = { ok: true, change, notes: notes.length, cards: cards.flat().length } as const
    if (await hasChange(tx, userId, change)) return added
    if (!(await insertNotes(tx, userId, notes, now))) return { ok: false, code: 'refused' }
    await putNewCards(tx, userId, deckId, cards.flat(), now)
    await insertChange(tx, userId, {
      id: change,
      kind: 'add-notes',
      subject: deckId,
      before: { notes: notes.map(({ id }) => id) },
      at: now,
    })
    return added
  })
}
