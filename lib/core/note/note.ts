// A learner's own note: what they wrote, and the cards that it makes. A card's key is its name for ever, whatever is reworded.

import { gapAnswers, gapNumbers } from '../markup/cloze.ts'

/** One question; the question both ways; a text with gaps; a list that is asked for item by item. */
export const NOTE_KINDS = ['question', 'both', 'cloze', 'list'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** Markdown by field name. A list's items stand in "item:ID", in the order of the ids in "items". */
export type NoteFields = Readonly<Record<string, string>>

export type NoteCard = {
  /** "front", "back", "c2" or "item:ID". */
  key: string
  kind: 'question' | 'cloze'
  /** Markdown; a cloze holds its gaps as `{{c1::answer::hint}}`. */
  front: string
  back: string
  /** The number of the gap that is asked for; null: all gaps, or none. */
  asked: number | null
}

const has = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** The cards of a note, in the order in which they are met. What is not written yet makes none. */
export function noteCards(kind: NoteKind, fields: NoteFields): NoteCard[] {
  switch (kind) {
    case 'question':
    case 'both':
      return questions(kind, fields)
    case 'cloze':
      return gaps(fields['text'] ?? '')
    case 'list':
      return items(fields)
    default:
      return kind satisfies never
  }
}

function questions(kind: 'question' | 'both', { front, back }: NoteFields): NoteCard[] {
  if (!has(front) || !has(back)) return []
  const card = { kind: 'question', asked: null } as const
  const there = { ...card, key: 'front', front, back }
  return kind === 'question' ? [there] : [there, { ...card, key: 'back', front: back, back: front }]
}

function gaps(text: string): NoteCard[] {
  return gapNumbers(text).flatMap((asked): NoteCard[] => {
    const back = gapAnswers(text, asked).join('; ')
    return has(back) ? [{ key: `c${asked}`, kind: 'cloze', front: text, back, asked }] : []
  })
}

/** Ids of a list's items, in their order, each once. */
export function itemIds(fields: NoteFields): readonly string[] {
  return [...new Set((fields['items'] ?? '').split(' ').filter((id) => id !== ''))]
}

/** Each item is asked for after the one before it: a list is learnt along its order, and no card asks for all of it. */
function items(fields: NoteFields): NoteCard[] {
  if (!has(fields['front'])) return []
  const written = itemIds(fields).filter((id) => has(fields[`item:${id}`]))
  return written.map((id, index): NoteCard => {
    const item = lineOf(fields[`item:${id}`] ?? '')
    const before = written[index - 1]
    const shown = before === undefined ? '' : `${index}. ${lineOf(fields[`item:${before}`] ?? '')}\n`
    const gap = `${index + 1}. {{c1::${item}::item ${index + 1} of ${written.length}}}`
    return { key: `item:${id}`, kind: 'cloze', front: `${fields['front']}\n\n${shown}${gap}`, back: item, asked: 1 }
  })
}

/** An item is one line, and nothing in it is taken for the notation of a gap. */
function lineOf(item: string): string {
  return item
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\}(?=\})/g, '} ')
    .replace(/\{(?=\{)/g, '{ ')
    .replaceAll('::', '&#58;&#58;')
}
