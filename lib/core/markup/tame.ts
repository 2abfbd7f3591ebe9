// What would cost a parser of Markdown minutes, or its stack: thousands of marks that open and never close, quotes in quotes in
// quotes. Nobody writes a card so; such a text is read as it is typed, mark by mark.

const MOST_MARKS = 1_000
const MARKS = /[*_[>~]/g
/** A line within fifty quotes or lists. */
const DEEP = /^(?:[ \t]*(?:>|[*+-]|\d{1,9}[.)])){50}/m
const EVERY_SIGN = /[\\`*_[\]<>#+.!|~$()-]/g

/** The Markdown, or, where it is no card's, the same text with every sign escaped. Safe for any input. */
export function tamed(markdown: string): string {
  const wild = (markdown.match(MARKS)?.length ?? 0) > MOST_MARKS || DEEP.test(markdown)
  return wild ? markdown.replace(EVERY_SIGN, String.raw`\$&`) : markdown
}
