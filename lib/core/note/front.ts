// What a card asks, as plain text: for lists, where many stand and none needs markup.

import { clozeText, plainText } from '../markup/plain.ts'
import { noteCards, type NoteFields, type NoteKind } from './note.ts'

/** A card with its note's texts; `noteKind` is null for a note of a fact base, whose fields are named by its cards. */
export type CardTexts = { key: string; kind: string; noteKind: NoteKind | null; fields: NoteFields }

/** Empty for a card that its note makes no longer. */
export function cardFront({ key, kind, noteKind, fields }: CardTexts): string {
  if (noteKind !== null) {
    const card = noteCards(noteKind, fields).find((one) => one.key === key)
    if (!card) return ''
    return card.asked === null ? plainText(card.front) : clozeText(card.front, { hidden: true, asked: card.asked })
  }
  const front = fields[`${key}.front`] ?? ''
  return kind === 'cloze' ? clozeText(front, { hidden: true }) : plainText(front)
}
