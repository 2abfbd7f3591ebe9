// A note as it is stored. Apart from note.ts, for the browser needs no parser of Markdown to make cards.

import { cleanMarkdown } from '../markup/clean.ts'
import { itemIds, type NoteFields, type NoteKind } from './note.ts'

/** The fields of a note of this kind, each clean: what another kind had is let go. */
export function noteFields(kind: NoteKind, fields: NoteFields): NoteFields {
  const own = { question: ['front', 'back'], both: ['front', 'back'], cloze: ['text'], list: ['front'] }[kind]
  const ids = kind === 'list' ? itemIds(fields) : []
  const names = [...own, ...ids.map((id) => `item:${id}`), 'why']
  const clean = Object.fromEntries(names.map((name) => [name, cleanMarkdown(fields[name] ?? '')]))
  return { ...clean, source: cleanMarkdown(fields['source'] ?? ''), ...(kind === 'list' ? { items: ids.join(' ') } : {}) }
}

/** Of a generated note only the texts that it has can be edited. */
export function generatedFields(stored: NoteFields, written: NoteFields): NoteFields {
  return Object.fromEntries(Object.entries(stored).map(([name, text]) => [name, cleanMarkdown(written[name] ?? text)]))
}
