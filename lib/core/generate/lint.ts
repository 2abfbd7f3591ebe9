// Checks every card of a deck by the rules of a good card. A card with an error does not ship; a warning is for a person to look at.

import type { FactBase } from './fact-base.ts'
import type { GeneratedBase } from './generated.ts'
import { acronymsKnown, kindTold, standsAlone } from './lint/alone.ts'
import { deckToLint, type LintCard } from './lint/card.ts'
import { askedOnce, everyFactAsked } from './lint/deck.ts'
import { exactness } from './lint/exact.ts'
import { askedStraight, cleanText, clearQuestion, noAdvice, oneThing, openQuestion, shortAnswer } from './lint/form.ts'
import { nothingGiven, nothingReadOff, oneFilling, siblingsMarked } from './lint/giveaway.ts'
import { itemByItem, wholeList } from './lint/lists.ts'
import type { DeckRule, Place, Rule } from './lint/rule.ts'
import { nothingBeyond, supported } from './lint/support.ts'
import { hedges, scope, source } from './lint/truth.ts'
import {
  agesWithoutYear,
  askedToo,
  easilyConfused,
  fewCards,
  hasTopic,
  longQuestion,
  mostlyQuestions,
  reasonGiven,
  shortQuestion,
  vagueWords,
} from './lint/warnings.ts'

/** What a rule found: where it is about a card, `guid` and `key` name it, and `front` is the wording that it read; `fact` is the one that it comes from. */
export type Finding = {
  rule: string
  guid: string | null
  key: string | null
  front: string | null
  fact: string | null
  /** What is wrong and what to do, for a person. */
  message: string
}
export type Lint = { errors: readonly Finding[]; warnings: readonly Finding[] }

/** Rules that hold a card against what its facts say, and against nothing else. */
export const faithfulness: readonly Rule[] = [supported, exactness, hedges, scope, nothingBeyond, wholeList]

export const cardRules: readonly Rule[] = [
  source,
  ...faithfulness,
  oneThing,
  shortAnswer,
  openQuestion,
  askedStraight,
  clearQuestion,
  nothingGiven,
  nothingReadOff,
  oneFilling,
  standsAlone,
  acronymsKnown,
  kindTold,
  cleanText,
  noAdvice,
  longQuestion,
  shortQuestion,
  vagueWords,
  agesWithoutYear,
  hasTopic,
]

export function deckRules(base: FactBase): readonly DeckRule[] {
  return [siblingsMarked, askedOnce, itemByItem, everyFactAsked(base), easilyConfused, mostlyQuestions, askedToo, fewCards, reasonGiven]
}

/** Pure: the same deck has the same findings, card by card, then those of the deck as a whole. */
export function lintBase(base: FactBase, generated: GeneratedBase): Lint {
  const deck = deckToLint(base, generated)
  const found = [
    ...deck.cards.flatMap((card) => cardRules.flatMap((rule) => ofCard(card, rule))),
    ...deckRules(base).flatMap((rule) => rule.check(deck).map(({ at, say }) => ({ level: rule.level, ...finding(at, rule, say) }))),
  ]
  const of = (level: Rule['level']) => found.filter((one) => one.level === level).map(({ level: _level, ...rest }) => rest)
  return { errors: of('error'), warnings: of('warning') }
}

function ofCard(card: LintCard, rule: Rule): readonly (Finding & Pick<Rule, 'level'>)[] {
  const say = rule.check(card)
  return say === null ? [] : [{ level: rule.level, ...finding({ card }, rule, say) }]
}

function finding(at: Place, { id, help }: Pick<Rule, 'id' | 'help'>, say: string): Finding {
  const found = { rule: id, guid: null, key: null, front: null, fact: null, message: `${say} ${help}` }
  if (at === null) return found
  if ('fact' in at) return { ...found, fact: at.fact }
  const { guid, key, front, own, factIds } = at.card
  return { ...found, guid, key, front, fact: own?.id ?? factIds.at(-1) ?? null }
}
