// Mutations of single words: numbers, units, comparators, negations, hedges, scope.

import { holds } from '../lint/words.ts'
import { numerals, shares, unitFamilies } from '../lint/quantities.ts'
import type { LintCard } from '../lint/card.ts'
import type { LintFact } from '../lint/fact.ts'
import { scopePhrase } from '../relation.ts'
import { eachReplaced } from './text.ts'

/** All texts that one small change of a card's text gives. */
export type Mutator = (text: string, card: LintCard, facts: ReadonlyMap<string, LintFact>) => readonly string[]

const next = <Item>(list: readonly Item[], item: Item): readonly Item[] => {
  const at = list.indexOf(item)
  const after = list[(at + 1) % list.length]
  return at === -1 || after === undefined ? [] : [after]
}

export const numbers: Mutator = (text) => [
  // The number of a line of a list is no claim.
  ...eachReplaced(text, /(?<!\p{L})\d+(?:\.\d+)?(?!\. )|(?<=\p{L})\d+/gu, (found) => [
    String(Number(found) + 1),
    String(Number(found) * 2),
  ]),
  ...eachReplaced(text, new RegExp(`\\b(?:${numerals.slice(1).join('|')})\\b`, 'gi'), (found) => next(numerals, found.toLowerCase())),
  ...eachReplaced(text, new RegExp(`\\b(?:${shares.join('|')})\\b`, 'gi'), (found) => next(shares, found.toLowerCase())),
]

export const units: Mutator = (text) =>
  unitFamilies.flatMap((family) => {
    const pattern = new RegExp(`(?<=\\d[\\s-]?)(?:${family.join('|')})(?![\\p{L}])`, 'gu')
    return eachReplaced(text, pattern, (found) => family.filter((unit) => unit !== found))
  })

const opposed: readonly (readonly [string, string])[] = [
  ['as high as', 'as low as'],
  ['how high', 'how low'],
  ['up to', 'at least'],
  ['at most', 'at least'],
  ['more than', 'less than'],
  ['more than', 'fewer than'],
  ['over', 'under'],
  ['most', 'least'],
  ['higher', 'lower'],
  ['increased', 'decreased'],
  ['raised', 'reduced'],
  ['early', 'late'],
  ['before', 'after'],
]
const droppable = ['as high as', 'as low as', 'up to', 'at least', 'at most', 'more than', 'less than', 'fewer than']

export const comparators: Mutator = (text) => [
  ...eachReplaced(text, /\blittle\b/gi, () => ['much']),
  ...opposed.flatMap(([one, other]) => [
    ...eachReplaced(text, new RegExp(`\\b${one}\\b`, 'gi'), () => [other]),
    ...eachReplaced(text, new RegExp(`\\b${other}\\b`, 'gi'), () => [one]),
  ]),
  ...eachReplaced(text, new RegExp(`\\b(?:${droppable.join('|')}) `, 'gi'), () => ['']),
]

const denied: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bnot /gi, ['']],
  [/\bno /gi, ['']],
  [/\bnone\b/gi, ['much']],
  [/\bnever\b/gi, ['always']],
  [/\bunless\b/gi, ['if']],
  [/\bwithout\b/gi, ['with']],
]

export const negations: Mutator = (text, card) => [
  ...denied.flatMap(([pattern, into]) => eachReplaced(text, pattern, () => into)),
  ...eachReplaced(text, /\b(?:may|might|can|could|is|are)\b/g, (found) => [`${found} not`]),
  ...beforeVerbs(text, card, { third: (base) => `does not ${base}`, past: (word) => `not ${word}`, base: (word) => `not ${word}` }),
]

const doubts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:may|might|can|could) /g, ['', 'will ', 'must ']],
  [/\bmay\b/g, ['can']],
  [/\b(?:typically|usually|often|frequently|commonly|generally|sometimes|rarely|potentially|possibly|probably) /gi, ['', 'always ']],
  [/\b(?:typical|common|usual)\b/gi, ['universal']],
  [/\bremains?\b/gi, ['is']],
]

/** To say “may” where a fact says it is no mistake. */
export const hedges: Mutator = (text, card) => [
  ...doubts.flatMap(([pattern, into]) => eachReplaced(text, pattern, () => into)),
  ...beforeVerbs(text, card, {
    third: (base) => (card.facts.some(({ hedge }) => hedge === 'may') ? `might ${base}` : `may ${base}`),
    past: (word) => `sometimes ${word}`,
    base: (word) => `possibly ${word}`,
  }),
]

type Changed = Record<'third' | 'past' | 'base', (word: string) => string>

/** Changes each verb, by its form; helping verbs stay as they are. */
function beforeVerbs(text: string, { base }: LintCard, into: Changed): readonly string[] {
  const { forms } = base.grammar.verbs
  return eachReplaced(text, /\p{L}+/gu, (found) => {
    const form = forms.get(found)?.[0]
    if (form === undefined || form.form === 'going' || /^(?:do(?:es)?|ha[sve]+)$/.test(found)) return []
    return [into[form.form](form.form === 'third' ? form.base : found)]
  })
}

/** Its own scope lost, turned around or another's; or another's given to a card whose fact has none. */
export const scopes: Mutator = (text, { own }, facts) => {
  if (own === undefined) return []
  const others = [...facts.values()].map(({ scope }) => scopePhrase(scope)).filter((phrase) => phrase !== '')
  const foreign = [...new Set(others)].filter((phrase) => phrase !== scopePhrase(own.scope)).slice(0, 2)
  if (own.scope === undefined) {
    return foreign.flatMap((phrase) => eachReplaced(text, wordPattern(own.about), (found) => [`${found} ${phrase}`]).slice(0, 1))
  }
  if (own.scope.kind === 'if') return conditions(text, own.scope.clause)
  const phrase = scopePhrase(own.scope)
  const words = own.scope.kind.replaceAll('_', ' ')
  const turned = words.startsWith('not ') ? words.slice(4) : `not ${words}`
  const changed = eachReplaced(text, wordPattern(words), () => [turned, words === 'after' ? 'before' : 'regardless of'])
  const lost = eachReplaced(text, new RegExp(` ${escaped(phrase)}`, 'gi'), () => ['', ...foreign.map((one) => ` ${one}`)])
  const asked = holds(text, phrase) ? [] : eachReplaced(text, new RegExp(` ${words} (?:which|what) \\p{L}+`, 'giu'), () => [''])
  return [...changed, ...lost, ...asked]
}

function conditions(text: string, clause: string): readonly string[] {
  return [
    ...eachReplaced(text, new RegExp(`\\bif ${escaped(clause)},? ?`, 'gi'), () => ['']),
    ...eachReplaced(text, new RegExp(`\\bif (?=${escaped(clause)})`, 'gi'), () => ['unless ', 'even if it is not that ']),
    ...eachReplaced(text, /\b(?:negative|positive|present|absent)\b/gi, (found) =>
      ['negative', 'positive'].includes(found)
        ? [found === 'negative' ? 'positive' : 'negative']
        : [found === 'present' ? 'absent' : 'present'],
    ),
  ]
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function wordPattern(phrase: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(phrase)}(?![\\p{L}\\p{N}-])`, 'gu')
}
