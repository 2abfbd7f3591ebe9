// When two notes ask the same: by their questions, whatever their spacing and capitals.

import type { NoteFields } from './note.ts'

/** Equal for two questions that read the same. */
export function questionKey(question: string): string {
  return question.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** What a note asks: a question, or a text with its gaps; a generated note asks several. */
export function questionsOf(fields: NoteFields): string[] {
  return Object.entries(fields).flatMap(([name, text]) => (name === 'front' || name === 'text' || name.endsWith('.front') ? [text] : []))
}
