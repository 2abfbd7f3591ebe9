// Markdown of a card as plain text: for search, for titles, and for those who read without HTML.

import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import type { Nodes, Root } from 'mdast'
import { unified } from 'unified'
import { closeMark, markGaps, openMark, stripMarks, type ClozeView } from './cloze.ts'
import { strictMath } from './dollars.ts'
import { tamed } from './tame.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(strictMath).freeze()

/** One line without any sign that Markdown reads. Most texts are such, and to parse one takes a hundred times as long. */
const PLAIN = /^(?!\s|[#>+-]|\d+[.)])[^\\`*_[\]<&$~|\p{C}\u2028\u2029]+(?<!\s)$/u

/** The text without its marks of Markdown, one block a line. */
export function plainText(markdown: string): string {
  const text = stripMarks(markdown)
  return PLAIN.test(text) ? text : textOf(parser.parse(tamed(text)))
}

/** As `plainText`; a hidden gap reads `[hint]`, or `[blank]` where it has none. */
export function clozeText(markdown: string, view: ClozeView): string {
  const marked = textOf(parser.parse(tamed(markGaps(markdown, view))))
  if (!view.hidden) return stripMarks(marked)
  return marked.replaceAll(`${openMark}${closeMark}`, '[blank]').replaceAll(openMark, '[').replaceAll(closeMark, ']')
}

const blocks = new Set<Nodes['type']>(['root', 'list', 'listItem', 'blockquote', 'table', 'footnoteDefinition'])

function textOf(node: Root | Nodes): string {
  if (node.type === 'html') return ''
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const separator = node.type === 'tableRow' ? '\t' : blocks.has(node.type) ? '\n' : ''
  return node.children.map(textOf).join(separator)
}
