// The gap notation of a cloze, `{{c1::answer}}` or `{{c1::answer::hint}}`, and the marks that carry gaps through Markdown.

export type ClozeView = {
  hidden: boolean
  /** The number of the gaps that are asked for, where the others are plain text; absent: all are. */
  asked?: number
}

/** A gap as it stands in its text; an answer may hold gaps of other numbers, and braces in pairs, as formulas have them. */
export type Gap = { start: number; end: number; number: number; answer: string; hint: string | null }

/** Two characters of the private use area: no text of a person holds them once `markGaps` has run. */
export const openMark = '\uE000'
export const closeMark = '\uE001'

const marks = new RegExp(`[${openMark}${closeMark}]`, 'g')
const opening = /\{\{c(\d{1,3})::/g

/** The outermost gaps, in order. One that is never closed is text. */
export function gapsOf(markdown: string): readonly Gap[] {
  const gaps: Gap[] = []
  for (const found of markdown.matchAll(opening)) {
    const start = found.index
    if (start < (gaps.at(-1)?.end ?? 0)) continue
    const from = start + found[0].length
    const close = closingOf(markdown, from)
    if (close === -1) continue
    gaps.push({ start, end: close + 2, number: Number(found[1]), ...partsOf(markdown.slice(from, close)) })
  }
  return gaps
}

/** Where the gap that begins before `from` closes: the first `}}` outside of inner braces, or else the first of all. */
function closingOf(markdown: string, from: number): number {
  let depth = 0
  for (let at = from; at < markdown.length; at += 1) {
    if (depth === 0 && markdown.startsWith('}}', at)) return at
    if (markdown[at] === '{') depth += 1
    if (markdown[at] === '}') depth = Math.max(0, depth - 1)
  }
  return markdown.indexOf('}}', from)
}

/** The hint follows the first `::` that is no part of an inner gap. */
function partsOf(inside: string): { answer: string; hint: string | null } {
  let depth = 0
  for (let at = 0; at < inside.length; at += 1) {
    if (inside[at] === '{') depth += 1
    if (inside[at] === '}') depth = Math.max(0, depth - 1)
    if (depth === 0 && inside.startsWith('::', at)) return { answer: inside.slice(0, at), hint: inside.slice(at + 2) }
  }
  return { answer: inside, hint: null }
}

/** Puts each asked gap between the marks: hidden, its hint or nothing; else its answer. A gap may hold Markdown, so this runs before parsing. */
export function markGaps(markdown: string, view: ClozeView): string {
  return fill(stripMarks(markdown), view)
}

function fill(markdown: string, view: ClozeView): string {
  const gaps = gapsOf(markdown)
  const pieces = gaps.map((gap, index) => {
    const before = markdown.slice(gaps[index - 1]?.end ?? 0, gap.start)
    if (view.asked !== undefined && gap.number !== view.asked) return before + fill(gap.answer, view)
    // Within a gap that is asked for, inner ones are its text.
    const shown = view.hidden ? (gap.hint ?? '') : fill(gap.answer, { hidden: false, asked: -1 })
    return `${before}${openMark}${shown}${closeMark}`
  })
  return pieces.join('') + markdown.slice(gaps.at(-1)?.end ?? 0)
}

/** The numbers of all gaps, inner ones too, each once and in order. */
export function gapNumbers(markdown: string): readonly number[] {
  const all = (text: string): number[] => gapsOf(text).flatMap(({ number, answer }) => [number, ...all(answer)])
  return [...new Set(all(markdown))].toSorted((a, b) => a - b)
}

/** What fills the gaps of this number, or all, in order, as Markdown. */
export function gapAnswers(markdown: string, asked?: number): readonly string[] {
  return gapsOf(markdown).flatMap(({ number, answer }) => {
    if (asked === undefined || number === asked) return [fill(answer, { hidden: false, asked: -1 })]
    return gapAnswers(answer, asked)
  })
}

export function stripMarks(markdown: string): string {
  return markdown.replace(marks, '')
}
