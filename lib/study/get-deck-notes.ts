// The notes of a deck by pages, newest first, each by its first words.

import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { clozeText, plainText } from '#lib/core/markup/plain.ts'
import { database } from '#lib/db/client.ts'
import { notesOfDeck, type NoteLine } from '#lib/db/own-notes.ts'

const PAGE = 100

export type NoteTitle = { id: NoteId; title: string }
/** One page of a deck's notes; pages are counted from 1. */
export type NotesPage = { notes: NoteTitle[]; count: number; page: number; pages: number; first: number }

/** A page past the last is the last. */
export async function getDeckNotes(userId: UserId, deckId: DeckId, page: number): Promise<NotesPage> {
  const skip = (page - 1) * PAGE
  const { notes, count } = await notesOfDeck(database(), userId, deckId, { skip, most: PAGE })
  const pages = Math.max(1, Math.ceil(count / PAGE))
  if (page > pages) return getDeckNotes(userId, deckId, pages)
  return { notes: notes.map((note) => ({ id: note.id, title: titleOf(note) })), count, page, pages, first: skip + 1 }
}

function titleOf({ kind, fields }: NoteLine): string {
  const text = kind === 'cloze' ? clozeText(fields['text'] ?? '', { hidden: false }) : plainText(fields['front'] ?? '')
  return text.replace(/\s+/g, ' ').trim() || 'An image'
}
