// Images of a note: `![what it shows](media:HASH)`. Any other image would tell its server who studies when, and is dropped.

import type { Element, ElementContent, Root } from 'hast'
import { rewriteChildren, text } from './hast.ts'

const ours = /^media:([0-9a-f]{64})$/

/** Points images at the learner's own media; of others the alternative text stays. Runs before the sanitiser. */
export function ownImages() {
  return (tree: Root) => rewriteChildren(tree, (children) => children.map(placed))
}

function placed(child: ElementContent): ElementContent {
  if (child.type !== 'element' || child.tagName !== 'img') return child
  const alt = typeof child.properties['alt'] === 'string' ? child.properties['alt'] : ''
  const hash = ours.exec(String(child.properties['src'] ?? ''))?.[1]
  if (hash === undefined) return text(alt)
  return { type: 'element', tagName: 'img', properties: { src: `/api/media/${hash}`, alt }, children: [] } satisfies Element
}
