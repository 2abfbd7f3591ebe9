// Gives a note other texts, and its cards with them.

import { cardIdOf } from '#lib/core/derived-id.ts'
import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { noteCards } from '#lib/core/note/note.ts'
import type { Transaction } from '#lib/db/client.ts'
import { type NoteRow, type NoteText, type OwnCard, putOwnCards, updateNote } from '#lib/db/own-notes.ts'
import { ownDeck } from '#lib/db/own-decks.ts'

/** A note as an edit found it. */
export type NoteBefore = NoteText & { deckId: DeckId }

export function ownCards(id: NoteId, { kind, fields }: NoteText): OwnCard[] {
  return kind === null ? [] : noteCards(kind, fields).map((card) => ({ id: cardIdOf(id, card.key), key: card.key, kind: card.kind }))
}

/** The note must be the row as it stands, read under the learner's lock. A deck that is gone meanwhile leaves the note where it is. */
export async function rewriteNote(tx: Transaction, userId: UserId, now: number, note: NoteRow, to: NoteBefore): Promise<void> {
  await updateNote(tx, userId, note, to, now)
  if (to.kind === null) return
  const deckId = (await ownDeck(tx, userId, to.deckId)) ? to.deckId : note.deckId
  await putOwnCards(tx, userId, { id: note.id, version: note.version + 1, deckId }, ownCards(note.id, to), now)
}
