// The gap notation of a cloze, `{{c1::answer}}` or `{{c1::answer::hint}}`, and the marks that carry gaps through Markdown.

export type ClozeView = { hidden: boolean }

/** Two characters of the private use area: no text of a person holds them once `markGaps` has run. */
export const openMark = '\uE000'
export const closeMark = '\uE001'

const marks = new RegExp(`[${openMark}${closeMark}]`, 'g')
const gap = /\{\{c\d+::(.*?)(?:::(.*?))?\}\}/gs

/** Puts each gap between the marks: hidden, its hint or nothing; else its answer. A gap may hold Markdown, so this runs before parsing. */
export function markGaps(markdown: string, { hidden }: ClozeView): string {
  return stripMarks(markdown).replace(gap, (_gap, answer: string, hint: string | undefined) => {
    return `${openMark}${hidden ? (hint ?? '') : answer}${closeMark}`
  })
}

/** What fills each gap, in order, as Markdown. */
export function gapAnswers(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(gap), ([, answer]) => answer ?? '')
}

export function stripMarks(markdown: string): string {
  return markdown.replace(marks, '')
}
