// The cards that a note makes, each as it will look in review, and the linter's advice.

import type { NoteId, UserId } from '#lib/core/ids.ts'
import { adviceOn } from '#lib/core/note/advice.ts'
import { noteCards, type NoteFields, type NoteKind } from '#lib/core/note/note.ts'
import { generatedFields, noteFields } from '#lib/core/note/stored.ts'
import type { NotePreview } from '#lib/core/note/view.ts'
import { database } from '#lib/db/client.ts'
import { cardsOfNote, noteOf } from '#lib/db/own-notes.ts'
import { contentsOfCards, ownContent } from './card-content.ts'

export function previewNote(kind: NoteKind, written: NoteFields): NotePreview {
  const fields = noteFields(kind, written)
  const cards = noteCards(kind, fields)
  return { cards: cards.map((card) => ({ key: card.key, content: ownContent(card, fields, '') })), advice: adviceOn(kind, fields) }
}

/** Of a generated note its base says which cards there are, and has passed its lint: there is no advice. Null: the learner has no such note. */
export async function previewGenerated(userId: UserId, id: NoteId, written: NoteFields): Promise<NotePreview | null> {
  const note = await noteOf(database(), userId, id)
  if (!note || note.kind !== null) return null
  const cards = (await cardsOfNote(database(), userId, id)).filter(({ withdrawn }) => !withdrawn)
  const contents = await contentsOfCards(
    userId,
    cards.map((card) => card.id),
    generatedFields(note.fields, written),
  )
  return {
    cards: cards.flatMap((card) => {
      const content = contents.get(card.id)
      return content ? [{ key: card.key, content }] : []
    }),
    advice: [],
  }
}
