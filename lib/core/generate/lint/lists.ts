// Rules of lists: whole, unordered where the source gives no order, and each item asked for alone.

import { bare, full, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { firstOf, type DeckRule, type Rule } from './rule.ts'
import { names, wordsOf } from './words.ts'

export const wholeList: Rule = {
  id: 'N1',
  level: 'error',
  help: 'Give all items that the fact has, and no other; where some are left out, show “…”.',
  check: firstOf(complete, itemsShown, unordered),
}

const plain = (text: string) => wordsOf(text).join(' ')

/** A card for the whole list has exactly the items of one list of its facts, in any order. */
function complete({ kind, answers, facts, combines }: LintCard): string | null {
  const lists = facts.flatMap((fact) => fact.lists)
  if (kind !== 'list' || combines || lists.length === 0) return null
  const given = answers.map(plain)
  const closest = lists.toSorted((a, b) => missing(a, given).length - missing(b, given).length)[0] ?? []
  const lost = missing(closest, given)[0]
  if (lost !== undefined) return `“${bare(lost)}” is missing from the list.`
  const twice = given.find((item, index) => given.indexOf(item) !== index)
  if (twice !== undefined) return `“${twice}” stands twice in the list.`
  const extra = answers.find((answer) => !closest.some((item) => isItem(item, plain(answer))))
  return extra === undefined ? null : `“${extra}” is no item of the fact’s list.`
}

function missing(list: readonly Noun[], given: readonly string[]): readonly Noun[] {
  return list.filter((item) => !given.some((answer) => isItem(item, answer)))
}

function isItem(item: Noun, answer: string): boolean {
  return plain(full(item)) === answer || plain(item.text) === answer || plain(bare(item)) === answer
}

/** A sentence that names some items of its list says with “…” that there are more. */
function itemsShown({ kind, key, claim, own }: LintCard): string | null {
  const list = own?.lists[0]
  if (kind !== 'cloze' || !key.startsWith('item:') || list === undefined) return null
  const says = claim.join(' ')
  const shown = list.flatMap((item, index) => (names(says, item.text) || names(says, bare(item)) ? [index] : []))
  const first = shown[0] ?? 0
  const last = shown.at(-1) ?? 0
  const [before = '', after = ''] = [/(?:^|: )…/.exec(says)?.[0], /…$/.exec(says)?.[0]]
  if ((first > 0 && before === '') || (last < list.length - 1 && after === ''))
    return `Only ${shown.length} of ${list.length} items are shown, as if there were no more.`
  return shown.length === list.length && before + after !== '' ? 'All items are shown, and “…” promises more.' : null
}

function unordered({ kind, front, back, combines }: LintCard): string | null {
  if (kind !== 'list' || combines) return null
  return /^\d+\. /m.test(back) || /\bin (?:the right )?order\b/i.test(front)
    ? 'The list is asked for in an order that its fact does not give.'
    : null
}

export const itemByItem: DeckRule = {
  id: 'N2',
  level: 'error',
  help: 'Ask for the whole list once at most, and for each item on a card of its own.',
  check: ({ cards }) => {
    const wholes = cards.filter(({ kind, own, combines }) => kind === 'list' && !combines && own !== undefined && own.lists.length > 0)
    return wholes.flatMap((whole) => {
      const again = wholes.find((other) => other.guid === whole.guid && other.key !== whole.key)
      if (again !== undefined) return [{ at: { card: whole }, say: 'The whole list is asked for twice.' }]
      const asked = cards.filter((card) => card.kind !== 'list' && card.own === whole.own).map((card) => card.back)
      const never = whole.answers.find((item) => !asked.some((back) => names(item, back) || names(back, item)))
      return never === undefined ? [] : [{ at: { card: whole }, say: `“${never}” is never asked for alone.` }]
    })
  },
}
