// A note as its editor opens it.

import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import type { DeckChoice, NoteView } from '#lib/core/note/view.ts'
import { database } from '#lib/db/client.ts'
import { cardsOfNote, noteOf } from '#lib/db/own-notes.ts'
import { decksOf } from '#lib/db/queue-rows.ts'

/** Null: the learner has no such note. */
export async function getNote(userId: UserId, id: NoteId): Promise<NoteView | null> {
  const note = await noteOf(database(), userId, id)
  if (!note) return null
  const [cards, decks] = await Promise.all([cardsOfNote(database(), userId, id), deckChoices(userId)])
  return decks.some((deck) => deck.id === note.deckId) ? { note, cards, decks } : null
}

/** Each deck by its whole path, so that two of one name are told apart. */
export async function deckChoices(userId: UserId): Promise<DeckChoice[]> {
  const decks = await decksOf(userId)
  const byId = new Map(decks.map((deck) => [deck.id, deck]))
  const pathOf = (id: DeckId): string => {
    const deck = byId.get(id)
    const above = deck?.parentId && byId.has(deck.parentId) ? `${pathOf(deck.parentId)}, ` : ''
    return `${above}${deck?.name ?? ''}`
  }
  return decks.map(({ id }) => ({ id, name: pathOf(id) })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
