// Marked gaps of a cloze become spans: a hidden gap says that it is blank to those who hear the card, and shows its hint to those who see it.

import type { ElementContent } from 'hast'
import { closeMark, openMark, type ClozeView } from './cloze.ts'
import { span, text } from './hast.ts'

/** Wraps what stands between an open and a close mark among `children`; a mark without its partner is dropped. */
export function wrapGaps(children: ElementContent[], view: ClozeView): ElementContent[] {
  const out: ElementContent[] = []
  let inside: ElementContent[] | null = null
  for (const child of splitAtMarks(children)) {
    const mark = child.type === 'text' ? child.value : null
    if (mark === openMark) {
      inside ??= []
    } else if (mark === closeMark) {
      if (inside) out.push(gapSpan(inside, view))
      inside = null
    } else {
      ;(inside ?? out).push(child)
    }
  }
  return inside ? [...out, ...inside] : out
}

function splitAtMarks(children: ElementContent[]): ElementContent[] {
  const marks = new RegExp(`([${openMark}${closeMark}])`)
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child]
    return child.value
      .split(marks)
      .filter((part) => part !== '')
      .map(text)
  })
}

function gapSpan(inside: ElementContent[], { hidden }: ClozeView): ElementContent {
  if (!hidden) return span('filled', inside)
  if (inside.length === 0) return span('gap', [text('blank')])
  return span('gap', [span('vh', [text('blank, ')]), ...inside])
}
