// Formulas, `$x$` and `$$x$$`, become MathML: KaTeX writes it without the inline styles that a page's policy refuses.

import type { Options as Katex } from 'rehype-katex'
import { defaultSchema, type Options } from 'rehype-sanitize'

export const formulas = {
  output: 'mathml',
  strict: 'ignore',
  trust: false,
  // What a formula may cost and how far it may reach.
  maxExpand: 200,
  maxSize: 10,
} satisfies Katex

const elements =
  'math semantics mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mlabeledtr menclose mpadded mphantom mstyle merror'.split(
    ' ',
  )
const attributes =
  'display xmlns encoding mathvariant stretchy fence separator accent accentunder displaystyle scriptlevel columnalign rowspacing columnspacing rowlines columnlines linethickness notation minsize maxsize form symmetric movablelimits mathcolor mathbackground'.split(
    ' ',
  )

/** Room between signs, and no way out of the line. */
const smallSpace = /^-?[0-2](?:\.\d+)?em$/

/** What is left of a formula: MathML that draws, without anything that moves it out of its place. */
export const safeMath = {
  ...defaultSchema,
  tagNames: ['span', ...elements],
  attributes: Object.fromEntries([
    ['span', [['className', 'katex']]],
    ...elements.map((name) => [name, attributes]),
    ['mspace', [['width', smallSpace]]],
  ]),
  // What was typed stands beside the formula: heard, it would be read twice.
  strip: ['script', 'style', 'annotation'],
} satisfies Options
