// What Find knows of a note: all of its words, and what each of its cards asks.

import { clozeText, plainText } from '../markup/plain.ts'
import { cardFront } from '../note/front.ts'
import type { NoteFields, NoteKind } from '../note/note.ts'
import { foldText } from './fold.ts'

export type NoteText = { words: string; fronts: Record<string, string> }

/** A row shows two lines of it. */
const LONGEST_FRONT = 300

export function noteTextOf(noteKind: NoteKind | null, fields: NoteFields, cards: readonly { key: string; kind: string }[]): NoteText {
  // The ids of a list's items are no words of its learner's.
  const texts = Object.entries(fields).flatMap(([name, text]) => (noteKind === 'list' && name === 'items' ? [] : [filled(text)]))
  const fronts = cards.map((card) => [card.key, lineOf(cardFront({ ...card, noteKind, fields }))])
  // Each text begins with a space, and so each word does.
  return { words: texts.map((text) => ` ${foldText(text)}`).join(' '), fronts: Object.fromEntries(fronts) }
}

const filled = (text: string) => (text.includes('{{c') ? clozeText(text, { hidden: false }) : plainText(text))

function lineOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim() || 'An image'
  // Half of a character that needs two units is none that a database takes.
  return line.length <= LONGEST_FRONT ? line : `${line.slice(0, LONGEST_FRONT - 1).replace(/\p{Surrogate}$/u, '')}…`
}
