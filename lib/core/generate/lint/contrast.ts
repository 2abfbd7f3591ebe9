// A contrast keeps its sides apart.

import { words } from '../english.ts'
import { bare } from '../noun.ts'
import { scopePhrase } from '../relation.ts'
import type { LintCard } from './card.ts'
import { hedgesOf, negationsOf } from './cues.ts'
import type { LintBase, LintFact } from './fact.ts'
import type { Side } from './sides.ts'
import { contentWords, lineOf, meaningsOf, names } from './words.ts'

/** The two sides, as a question names them. */
const sidesAsked = /\bbetween (.+?) and (.+?)\?|\bsets (.+?) apart from (.+?) in\b|\bdo (.+?) and (.+?) differ|\btell (.+?) from (.+?)\?/

const same = (one: string, other: string) => lineOf(one) === lineOf(other)

/** Of each side of a contrast, only what its own facts tell. */
export function sidesTold({ form, sides, front, facts, base }: LintCard): string | null {
  if (form !== 'contrast') return null
  const asked =
    sidesAsked
      .exec(front)
      ?.slice(1)
      .filter((name) => name !== undefined) ?? []
  const strange = [...new Set([...asked, ...sides.map((side) => side.of)])].find(
    (name) => !asked.some((one) => same(one, name)) || !sides.some((side) => same(side.of, name)),
  )
  if (strange !== undefined) return `“${strange}” is asked for and not told of, or told of and not asked for.`
  for (const side of sides) {
    const wrong = sideTold(side, facts, base)
    if (wrong !== null) return wrong
  }
  return null
}

function sideTold({ of, says }: Side, facts: readonly LintFact[], base: LintBase): string | null {
  const own = facts.filter((fact) => same(words(fact.about, scopePhrase(fact.scope)), of))
  const feature = base.nouns.find((noun) => names(says, bare(noun)))
  const told = own.filter((fact) => feature === undefined || names(fact.told, bare(feature))).map((fact) => fact.told)
  if (told.length === 0) return `No fact tells this of ${of}.`
  const known = meaningsOf(told.join(' '), base.grammar.verbs)
  const strange = contentWords(says).find((word) => [...meaningsOf(word, base.grammar.verbs)].every((meaning) => !known.has(meaning)))
  if (strange !== undefined) return `“${strange}” stands in no fact of ${of}.`
  const denied = [...negationsOf(says).keys()].find((cue) => !negationsOf(told.join(' ')).has(cue))
  if (denied !== undefined) return `The card says “${denied}” of ${of}, its fact does not.`
  const lost = [...hedgesOf(told.join(' '))].find((cue) => !hedgesOf(says).has(cue))
  if (lost !== undefined) return `The fact of ${of} says “${lost}”, the card does not.`
  return null
}
