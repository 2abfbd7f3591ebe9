// Rules against cards that answer themselves: by their own words, by the sentence around a gap, by another card.

import type { LintCard } from './card.ts'
import { firstOf, type DeckRule, type Rule } from './rule.ts'
import { withoutBounds } from './quantities.ts'
import { contentWords, names, unhyphened, wordsOf } from './words.ts'

export const nothingGiven: Rule = {
  id: 'L1',
  level: 'error',
  help: 'Say it in other words, or the card answers itself.',
  check({ kind, front, back, answers, base }) {
    if (kind === 'cloze' || /\b(?:stand for|mean)\?$/.test(front)) return null
    // What stands before a colon in a list names the side of a contrast, which the question must name too.
    const answer = kind === 'list' ? answers.map((one) => one.replace(/^[^:]+: /, '')).join('; ') : back
    const asked = new Set(wordsOf(unhyphened(front)))
    // The question must name the disease, so words of its name are shared without giving anything away.
    const named = new Set(base.diseases.filter((disease) => names(front, disease)).flatMap((disease) => wordsOf(unhyphened(disease))))
    const told = contentWords(unhyphened(withoutBounds(answer))).find(
      (word) => asked.has(word) && !base.kindWords.has(word) && !named.has(word),
    )
    if (told !== undefined) return `“${told}” of the answer stands in the question.`
    const acronym = acronymsOf(front).find((letters) => initials(back).includes(letters.toLowerCase()))
    return acronym === undefined ? null : `The answer spells out “${acronym}”, which stands in the question.`
  },
}

function acronymsOf(text: string): readonly string[] {
  return text.match(/\b\p{Lu}{2,}\b/gu) ?? []
}

function initials(text: string): string {
  return wordsOf(text)
    .map((word) => word.charAt(0))
    .join('')
}

export const nothingReadOff: Rule = {
  id: 'L2',
  level: 'error',
  help: 'Hide the other mention too, or put the sentence another way.',
  check({ kind, front, back }) {
    if (kind !== 'cloze') return null
    const around = new Set(wordsOf(unhyphened(front)).map(singular))
    const told = contentWords(unhyphened(back)).find((word) => around.has(singular(word)))
    if (told !== undefined) return `“${told}” of the gap stands elsewhere in its sentence.`
    return /\ban? \[/i.test(front) ? 'The “a” or “an” before the gap gives its first letter away.' : null
  },
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}

export const oneFilling: Rule = {
  id: 'L3',
  level: 'error',
  help: 'Add to the sentence, or to the hint, what tells the fillings apart.',
  check: firstOf(onceInSource, toldApart),
}

/** The sentence with any filling must fit one sentence of the facts. */
function onceInSource({ kind, front, claim, gaps, base }: LintCard): string | null {
  const hidden = gaps[0]
  const sentence = claim[0]
  if (kind !== 'cloze' || hidden === undefined || sentence === undefined || front.includes('…')) return null
  const [before, after] = sentence.split(hidden.answer)
  if (before === undefined || after === undefined) return null
  const fits = base.statements.filter(
    (told) => told.length > before.length + after.length && told.startsWith(before) && told.endsWith(after),
  )
  return new Set(fits).size > 1
    ? `The gap can be filled in ${new Set(fits).size} ways, and each is a fact: ${fits.map((told) => `“${told}”`).join(' ')}`
    : null
}

/** Of a list whose other items are not all shown, the hint must point at one. */
function toldApart({ kind, key, claim, gaps, own, front }: LintCard): string | null {
  const list = own?.lists[0]
  if (kind !== 'cloze' || !key.startsWith('item:') || list === undefined || !front.includes('…')) return null
  const hint = gaps[0]?.hint ?? null
  const says = claim.join(' ')
  const unseen = list.filter((item) => !names(says, item.text))
  const other = unseen.find(
    (item) => item.gap === undefined && hint !== null && (item.hint ?? (item.kind === undefined ? null : `which ${item.kind}`)) === hint,
  )
  return other === undefined ? null : `“${hint}” asks for “${other.text}” as well.`
}

export const siblingsMarked: DeckRule = {
  id: 'L4',
  level: 'error',
  help: 'Make them cards of one note, or let one wait for the other, so that they do not come on one day.',
  check: ({ cards, notes }) => {
    const waitsFor = new Map(notes.map((note) => [note.guid as string, new Set<string>(note.waitsFor)]))
    const apart = (one: LintCard, other: LintCard) => one.guid === other.guid || waitsFor.get(one.guid)?.has(other.guid) === true
    const claims = cards.map((card) => ({
      card,
      words: new Set(contentWords(card.claim.join(' ')).filter((word) => !card.base.kindWords.has(word))),
    }))
    return claims.flatMap(({ card, words }, index) => {
      const same = claims
        .slice(0, index)
        .filter(({ card: earlier }) => earlier.own === card.own && !apart(card, earlier) && !apart(earlier, card))
      const other = same.find((earlier) => within(words, earlier.words) || within(earlier.words, words))
      return other === undefined ? [] : [{ at: { card }, say: `It tells what “${other.card.front}” asks, and is no sibling of it.` }]
    })
  },
}

function within(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word))
}
