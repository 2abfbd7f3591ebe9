// What the cards of a note show, and which of them it makes no longer.

import type { NoteId, UserId } from '#lib/core/ids.ts'
import type { NoteContent } from '#lib/core/note/view.ts'
import { database } from '#lib/db/client.ts'
import { cardsOfNote } from '#lib/db/own-notes.ts'
import { contentsOfCards } from './card-content.ts'

export async function contentOfNote(userId: UserId, id: NoteId): Promise<NoteContent> {
  const cards = await cardsOfNote(database(), userId, id)
  const contents = await contentsOfCards(
    userId,
    cards.filter(({ withdrawn }) => !withdrawn).map((card) => card.id),
  )
  return {
    cards: [...contents].map(([cardId, content]) => ({ id: cardId, content })),
    withdrawn: cards.filter(({ withdrawn }) => withdrawn).map((card) => card.id),
  }
}
