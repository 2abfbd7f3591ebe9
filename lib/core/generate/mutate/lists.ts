// Mutations of lists: an item too many or too few, or one in the place of another.

import { capital } from '../english.ts'
import type { LintCard } from '../lint/card.ts'
import { full, type Noun } from '../noun.ts'
import { others } from './names.ts'
import { backStart, eachReplaced, hidesAny } from './text.ts'
import type { Mutator } from './words.ts'

export const lists: Mutator = (text, card) => {
  const list = card.facts
    .flatMap((fact) => fact.lists)
    .find((items) => items.some((item) => text.includes(item.text) || text.includes(capital(full(item)))))
  if (list === undefined) return []
  const strange = list.slice(0, 1).flatMap((item) => others(item, card))
  return card.kind === 'list' ? wholeLists(text, strange) : listSentences(text, card, strange)
}

function wholeLists(text: string, strange: readonly Noun[]): readonly string[] {
  const at = backStart(text)
  const items = text.slice(at).split('\n')
  const dropped = items.map((_, index) => items.filter((_item, other) => other !== index))
  const added = strange.map((noun) => [...items, `- ${capital(full(noun))}`])
  const exchanged = items.flatMap((_, index) => strange.slice(0, 1).map((noun) => items.with(index, `- ${capital(full(noun))}`)))
  return [...dropped, ...added, ...exchanged].map((changed) => text.slice(0, at) + changed.join('\n'))
}

/** A sentence with one item of its list: another item put in, or its “…” left out, as if the list ended there. */
function listSentences(text: string, { key }: LintCard, strange: readonly Noun[]): readonly string[] {
  if (!key.startsWith('item:')) return []
  const joint = / (?:and|or)(?: in)? |, /g
  return [
    ...eachReplaced(text, /, …$/g, () => ['.', ...strange.slice(0, 1).map((noun) => `, ${full(noun)}, …`)]),
    ...eachReplaced(text, /(?<=: )…, /g, () => ['']),
    ...(text.includes('…') || text.includes(':')
      ? []
      : eachReplaced(text, joint, (found) => strange.map((noun) => `, ${full(noun)}${found.startsWith(',') ? ', ' : `,${found}`}`))),
    ...eachReplaced(text, /(?<=: )(?!…)[^,:]+, (?=.*\.$)/g, (found) => (hidesAny(found) ? [] : [''])),
  ]
}
