// Rewriting of text within an HTML tree.

import type { Element, ElementContent, Root, RootContent, Text } from 'hast'

export type Parent = Root | Element

export function text(value: string): Text {
  return { type: 'text', value }
}

export function span(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children }
}

/** Visits every parent of the tree, leaves first, and gives it the children that `rewrite` returns. */
export function rewriteChildren(parent: Parent, rewrite: (children: ElementContent[]) => ElementContent[]): void {
  for (const child of parent.children) {
    if (child.type === 'element') rewriteChildren(child, rewrite)
  }
  const children: RootContent[] = parent.children
  parent.children = rewrite(children.filter(isContent))
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === 'element' || node.type === 'text'
}
