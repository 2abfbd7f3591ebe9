// A list becomes one card for the whole and one for each item, which stands among its neighbors, so that no card asks for more than one new thing.

import { joined } from './english.ts'
import { answer, full, gapOf, gapped, type Noun } from './noun.ts'
import { cloze, tell, type Common, type Draft, type NoteDraft } from './relation.ts'

type List = {
  fact: Common
  form: string
  items: readonly Noun[]
  /** The question for the whole, in its wordings. */
  whole: readonly [string, string]
  /** The sentence around the items, as far as they are shown, for one item's card. */
  around: (items: string) => string
  /** "and", "or", "or in". */
  joint: string
}

export function listNote({ fact, form, items, whole, around, joint }: List): NoteDraft {
  const cards = [
    { key: 'whole', kind: 'list', fronts: whole, back: items.map((item) => `- ${answer(item)}`).join('\n'), alsoFacts: [] } satisfies Draft,
    ...items.map((item, index) => cloze(`item:${item.id}`, tell(fact, around(window(items, index, joint))), gapOf(item))),
  ]
  return { form, kind: 'list', alsoFacts: [], after: [], cards }
}

/** Up to two earlier items before the gap; the first item leans on the one after it. A list of two is shown as a sentence. */
function window(items: readonly Noun[], index: number, joint: string): string {
  const shown = items.map((item, at) => (at === index ? gapped(item) : full(item)))
  if (items.length === 2) return joined(shown, joint)
  const start = Math.max(0, index - 2)
  const end = index === 0 ? 2 : index + 1
  const before = start > 0 ? ['…'] : []
  const after = end < items.length ? ['…'] : []
  return [...before, ...shown.slice(start, end), ...after].join(', ')
}
