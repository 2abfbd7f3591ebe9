// The cards that a note makes, each as it will look in review, and the linter's advice.

import { adviceOn, type Advice } from '#lib/core/note/advice.ts'
import { noteCards, type NoteFields, type NoteKind } from '#lib/core/note/note.ts'
import { noteFields } from '#lib/core/note/stored.ts'
import type { CardContent } from '#lib/core/wire.ts'
import { ownContent } from './card-content.ts'

export type NotePreview = { cards: { key: string; content: CardContent }[]; advice: Advice[] }

export function previewNote(kind: NoteKind, written: NoteFields): NotePreview {
  const fields = noteFields(kind, written)
  const cards = noteCards(kind, fields)
  return { cards: cards.map((card) => ({ key: card.key, content: ownContent(card, fields, '') })), advice: adviceOn(kind, fields) }
}
