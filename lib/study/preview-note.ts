// The cards that a note makes, each as it will look in review, and the linter's advice.

import { adviceOn } from '#lib/core/note/advice.ts'
import { noteCards, type NoteFields, type NoteKind } from '#lib/core/note/note.ts'
import { noteFields } from '#lib/core/note/stored.ts'
import type { NotePreview } from '#lib/core/note/view.ts'
import { ownContent } from './card-content.ts'

export function previewNote(kind: NoteKind, written: NoteFields): NotePreview {
  const fields = noteFields(kind, written)
  const cards = noteCards(kind, fields)
  return { cards: cards.map((card) => ({ key: card.key, content: ownContent(card, fields, '') })), advice: adviceOn(kind, fields) }
}
