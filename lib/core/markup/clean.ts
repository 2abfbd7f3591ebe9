// Markdown as it is stored: without HTML, which no card shows, and without signs that a person cannot see or a database cannot hold.

import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import type { Nodes } from 'mdast'
import { unified } from 'unified'
import { stripMarks } from './cloze.ts'
import { strictMath } from './dollars.ts'
import { tamed } from './tame.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(strictMath).freeze()

/** Controls but tab and line feed, and the signs that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
/** What is cut may have held two halves of a tag apart. */
const ROUNDS = 5

export function cleanMarkdown(markdown: string): string {
  let text = stripMarks(
    markdown
      .replace(/\r\n?/g, '\n')
      .replace(unseen, '')
      .replace(/\p{Surrogate}/gu, '')
      .normalize('NFC'),
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    const cut = withoutHtml(text)
    if (cut === text) break
    text = cut
  }
  return text
}

function withoutHtml(text: string): string {
  // All HTML begins so, and most texts hold none: to parse one is a hundred times as dear.
  if (!text.includes('<')) return text
  // Of a text that is no card's nothing is read as HTML when it is shown, either.
  if (tamed(text) !== text) return text
  const spans = htmlSpans(parser.parse(text))
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

function htmlSpans(node: Nodes): { start: number; end: number }[] {
  if (node.type === 'html') {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    return start === undefined || end === undefined ? [] : [{ start, end }]
  }
  return 'children' in node ? node.children.flatMap(htmlSpans) : []
}
