// A card as one text that mutations can work on, and back.

import { gapsOf } from '../../markup/cloze.ts'
import type { CardKind } from '../generated.ts'

export type Sides = { kind: CardKind; front: string; back: string }

/** Characters of the private use area, which no text of a person holds. */
const open = '\uE010'
const close = '\uE011'
const between = '\uE012'

/** What may stand between two words of a name, where a gap begins or ends within it. */
export const gapMarks = `[${open}${close}]?`

/** Front and back in one; of a cloze, the sentence, with marks around what its gap hides. */
export function joinedText({ kind, front, back }: Sides): string {
  if (kind !== 'cloze') return `${front}${between}${back}`
  const [gap] = gapsOf(front)
  return gap === undefined ? front : `${front.slice(0, gap.start)}${open}${gap.answer}${close}${front.slice(gap.end)}`
}

/** The card with another text; null where the text is no card any more. */
export function partedText(text: string, { kind, front }: Sides): Sides | null {
  if (kind !== 'cloze') {
    const [asked, back, ...more] = text.split(between)
    return asked === undefined || back === undefined || more.length > 0 || asked.trim() === '' || back.trim() === ''
      ? null
      : { kind, front: asked, back }
  }
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  const hidden = text.slice(start + 1, end).trim()
  if (start === -1 || end < start || hidden === '') return null
  const hint = gapsOf(front)[0]?.hint ?? null
  const gap = hint === null ? `{{c1::${hidden}}}` : `{{c1::${hidden}::${hint}}}`
  return { kind, front: tidy(text.slice(0, start) + gap + text.slice(end + 1)), back: hidden }
}

/** Whether a piece of the text holds what the gap hides, or a part of it. */
export function hidesAny(piece: string): boolean {
  return piece.includes(open) || piece.includes(close)
}

/** Whether a side of the card, or a line of it, begins there. */
export function startsSide(text: string, at: number): boolean {
  return new RegExp(`(?:^|[${between}${open}]|^- |\\n- |[.?] )$`).test(text.slice(0, at)) && /\p{Lu}/u.test(text.charAt(at))
}

/** A name in the place of an old one: a gap that began or ended within the old one takes in all of the new one. */
export function withMarks(name: string, old: string): string {
  return (old.includes(open) ? open : '') + name + (old.includes(close) ? close : '')
}

/** Where the back begins; the length of the text where it has none. */
export function backStart(text: string): number {
  const at = text.indexOf(between)
  return at === -1 ? text.length : at + 1
}

/** One change at each place where the pattern stands. */
export function eachReplaced(text: string, pattern: RegExp, into: (found: string) => readonly string[]): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    into(match[0]).map((replacement) => text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length)),
  )
}

/** Without the doubled blanks that a word leaves behind, and with capitals where a side begins. */
export function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.?])/g, '')
    .replace(new RegExp(`(^|${between})[ ,]*(\\p{Ll})`, 'gu'), (_all, before: string, letter: string) => before + letter.toUpperCase())
}
