// Rules that hold a card to its facts: source, names and numbers, negation and hedges, scope.

import { bare } from '../noun.ts'
import { scopePhrase } from '../relation.ts'
import type { LintCard, Rule } from './card.ts'
import { boundsOf, contentWords, codesOf, cuesOf, distance, holds, names, quantitiesOf, wordsOf } from './words.ts'

export const source: Rule = {
  id: 'G1',
  check({ factIds, facts }) {
    if (factIds.length === 0) return 'The card names no fact.'
    const known = new Set(facts.map((fact) => fact.id))
    const unknown = factIds.find((id) => !known.has(id))
    if (unknown !== undefined) return `The card names fact “${unknown}”, which the base does not have.`
    const bare = facts.find((fact) => fact.citation.trim() === '' || !Number.isInteger(fact.year))
    return bare === undefined ? null : `Fact “${bare.id}” has no source with its year.`
  },
}

export const exactness: Rule = {
  id: 'G3',
  check(card) {
    const truth = truthOf(card)
    const numbers = new Set(quantitiesOf(truth))
    const number = quantitiesOf(card.said).find((found) => !numbers.has(found))
    if (number !== undefined) return `“${number}” stands in none of its facts.`
    const bound = differing(boundsOf(card.own?.statement ?? ''), boundsOf(card.said))
    if (bound !== undefined) return `“${bound}” is in the fact or in the card, but not in both.`
    const foreign = card.base.nouns.find((noun) => noun.kind !== undefined && holds(card.said, bare(noun)) && !names(truth, bare(noun)))
    if (foreign !== undefined) return `“${bare(foreign)}” is named, but none of its facts tells of it.`
    const code = codesOf(card.said).find((name) => !names(truth, name))
    if (code !== undefined) return `“${code}” stands in none of its facts.`
    const other = card.gaps.find((gap) => gap !== card.back)
    if (other !== undefined) return `The gap hides “${other}”, but the answer says “${card.back}”.`
    const misspelled = misspelledIn(card.said, truth)
    return misspelled === undefined ? null : `“${misspelled}” is nearly, but not quite, a name in its facts.`
  },
}

export const hedges: Rule = {
  id: 'G4',
  check(card) {
    const said = cuesOf(card.said)
    const must = cuesOf(`${card.own?.statement ?? ''} ${card.own?.hedge ?? ''}`)
    const lost = [...must].find((cue) => !said.has(cue))
    if (lost !== undefined) return `The fact says “${lost}”, the card does not.`
    const allowed = cuesOf(truthOf(card))
    const added = [...said].find((cue) => !must.has(cue) && !allowed.has(cue))
    return added === undefined ? null : `The card says “${added}”, none of its facts does.`
  },
}

export const scope: Rule = {
  id: 'G5',
  check({ own, said }) {
    if (own?.scope === undefined) return null
    const phrase = own.scope.kind === 'if' ? own.scope.clause : scopePhrase(own.scope)
    const here = new Set(wordsOf(said))
    return contentWords(phrase).every((word) => here.has(word)) ? null : `The fact holds for “${phrase}”, and the card does not say so.`
  },
}

/** Everything that the card's facts say. */
function truthOf({ facts }: LintCard): string {
  return facts.flatMap((fact) => [fact.statement, ...fact.texts]).join(' | ')
}

function differing(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((item) => !other.includes(item)) ?? other.find((item) => !one.includes(item))
}

const nameLength = 7

/** Only long words: short ones are near too much. A plural is no error. */
function misspelledIn(said: string, truth: string): string | undefined {
  const known = new Set(wordsOf(truth))
  const long = [...known].filter((word) => word.length >= nameLength)
  return wordsOf(said).find((word) => {
    if (word.length < nameLength || known.has(word) || known.has(`${word}s`) || known.has(word.replace(/s$/, ''))) return false
    return long.some((name) => Math.abs(word.length - name.length) <= 2 && distance(word, name) <= 2)
  })
}
