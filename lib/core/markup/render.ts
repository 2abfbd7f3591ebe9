// Markdown of a card, from a learner or a fact base, becomes HTML that is safe to show. HTML within the Markdown is dropped.

import rehypeKatex from 'rehype-katex'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import type { Root } from 'hast'
import { unified } from 'unified'
import { markGaps, stripMarks, type ClozeView } from './cloze.ts'
import { strictMath } from './dollars.ts'
import { wrapGaps } from './gaps.ts'
import { rewriteChildren } from './hast.ts'
import { ownImages } from './images.ts'
import { formulas, safeMath } from './math.ts'
import { safeHtml } from './safe.ts'
import { carefulText } from './typography.ts'
import { tamed } from './tame.ts'

// Sanitised as the learner's, and once more after KaTeX has written into it.
const withMath: Options = {
  ...safeHtml,
  tagNames: [...safeHtml.tagNames, ...safeMath.tagNames],
  attributes: { ...safeHtml.attributes, ...safeMath.attributes },
  strip: safeMath.strip,
}
// Each a plugin of its own: one that is used twice would run once, with both lists at its first place.
function sanitizeWritten() {
  return rehypeSanitize(safeHtml)
}
function sanitizeAll() {
  return rehypeSanitize(withMath)
}

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(strictMath)
  .use(remarkRehype)
  .use(ownImages)
  .use(sanitizeWritten)
  .use(rehypeKatex, formulas)
  .use(sanitizeAll)
  .freeze()
const printer = unified().use(rehypeStringify).freeze()

/** Safe HTML of CommonMark with GitHub's tables, lists and strikethrough. */
export function renderMarkup(markdown: string): string {
  return print(treeOf(stripMarks(markdown)))
}

/** As `renderMarkup`, with every gap of the cloze hidden behind its hint, or filled with its answer. */
export function renderCloze(markdown: string, view: ClozeView): string {
  const tree = treeOf(markGaps(markdown, view))
  rewriteChildren(tree, (children) => wrapGaps(children, view))
  return print(tree)
}

function treeOf(markdown: string): Root {
  return toHtml.runSync(toHtml.parse(tamed(markdown)))
}

// Spans of our own are added after the sanitizer, which lets no class through from outside.
function print(tree: Root): string {
  rewriteChildren(tree, carefulText)
  return printer.stringify(tree)
}
