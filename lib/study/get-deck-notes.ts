// The newest notes of a deck, each by its first words.

import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { clozeText, plainText } from '#lib/core/markup/plain.ts'
import { database } from '#lib/db/client.ts'
import { notesOfDeck, type NoteLine } from '#lib/db/own-notes.ts'

const MOST = 100

export type NoteTitle = { id: NoteId; title: string }

export async function getDeckNotes(userId: UserId, deckId: DeckId): Promise<NoteTitle[]> {
  const notes = await notesOfDeck(database(), userId, deckId, MOST)
  return notes.map((note) => ({ id: note.id, title: titleOf(note) }))
}

function titleOf({ kind, fields }: NoteLine): string {
  const text = kind === 'cloze' ? clozeText(fields['text'] ?? '', { hidden: false }) : plainText(fields['front'] ?? '')
  return text.replace(/\s+/g, ' ').trim() || 'An image'
}
