// Tags as a tree: "neuro::mri" lies within "neuro". What is done to a tag is done to all within it.

export type TagNode = {
  /** The whole tag, "neuro::mri". */
  tag: string
  /** Its last part. */
  name: string
  /** From 1. */
  level: number
  /** Cards that have it or a tag within it, each once. */
  cards: number
}

const SEPARATOR = '::'
export const LONGEST_TAG = 60
export const MOST_TAGS = 50

const partsOf = (tag: string) =>
  tag
    .split(SEPARATOR)
    // A colon at the end of a part would make another separator with those beside it.
    .map((part) => part.replace(/^[\s:]+|[\s:]+$/g, ''))
    .filter((part) => part !== '')

/** A tag as it is kept: no empty part, no space around one. */
export const cleanTag = (tag: string): string => partsOf(tag).join(SEPARATOR)

/** The tag and all that it lies within, from the top down. */
function lineOf(tag: string): string[] {
  const parts = partsOf(tag)
  return parts.map((_, index) => parts.slice(0, index + 1).join(SEPARATOR))
}

const compare = new Intl.Collator('en', { numeric: true }).compare

/** In the order of the tree: each tag is followed by those within it. `combinations`: the tags of notes, with how many cards have them. */
export function tagTree(combinations: readonly { tags: readonly string[]; cards: number }[]): TagNode[] {
  const counts = new Map<string, number>()
  for (const { tags, cards } of combinations) {
    for (const tag of new Set(tags.flatMap(lineOf))) counts.set(tag, (counts.get(tag) ?? 0) + cards)
  }
  const nodes = [...counts].map(([tag, cards]) => ({ tag, cards, parts: tag.split(SEPARATOR) }))
  nodes.sort((a, b) => {
    const at = a.parts.findIndex((part, index) => part !== b.parts[index])
    if (at === -1 || b.parts[at] === undefined) return a.parts.length - b.parts.length
    return compare(a.parts[at] ?? '', b.parts[at]) || ((a.parts[at] ?? '') < b.parts[at] ? -1 : 1)
  })
  return nodes.map(({ tag, cards, parts }) => ({ tag, cards, name: parts.at(-1) ?? tag, level: parts.length }))
}

export const isWithin = (tag: string, outer: string): boolean => tag === outer || tag.startsWith(`${outer}${SEPARATOR}`)

/** What is done to the tags of a note. Merging is renaming to a tag that is there. */
export type TagChange =
  | { kind: 'add'; tags: readonly string[] }
  | { kind: 'remove'; tags: readonly string[] }
  | { kind: 'rename'; from: string; to: string }

/** The tags after it, each once, in the order they had. */
export function retagged(tags: readonly string[], change: TagChange): string[] {
  switch (change.kind) {
    case 'add':
      return [...new Set([...tags, ...change.tags])]
    case 'remove':
      return tags.filter((tag) => !change.tags.some((outer) => isWithin(cleanTag(tag), outer)))
    case 'rename': {
      const { from, to } = change
      const renamed = (tag: string) => (isWithin(cleanTag(tag), from) ? `${to}${cleanTag(tag).slice(from.length)}` : tag)
      return [...new Set(tags.map(renamed))]
    }
    default:
      return change satisfies never
  }
}
