// G3: numbers, counts, units, bounds and names are exactly the fact's.

import { bare, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { oppositesOf } from './cues.ts'
import { boundsOf, codesOf, numerals, numeralsOf, quantitiesOf } from './quantities.ts'
import { firstOf, type Rule } from './rule.ts'
import { distance, lineOf, names, unhyphened, wordsOf } from './words.ts'

export const exactness: Rule = {
  id: 'G3',
  level: 'error',
  help: 'Write numbers, units and names exactly as the fact has them.',
  check: firstOf(numbers, counts, bounds, opposites, foreign, codes, gap, misspelled),
}

function numbers({ said, truth }: LintCard): string | null {
  const known = new Set(quantitiesOf(truth))
  const number = quantitiesOf(said).find((found) => !known.has(found))
  return number === undefined ? null : `“${number}” stands in none of its facts.`
}

/** "Which three signs" counts the answer; any other number in words is the fact's. */
function counts({ front, back, answers, truth }: LintCard): string | null {
  const told = wordsOf(truth)
  const parts = answers.length > 1 ? answers.length : back.split(/,| and | or | together with /).length
  const number = numeralsOf(`${front} ${back}`).find((word) => !told.includes(word) && numerals.indexOf(word) !== parts - 1)
  return number === undefined ? null : `“${number}” is neither in its facts nor the number of things that the answer names.`
}

function bounds({ own, truth, said }: LintCard): string | null {
  const must = boundsOf(own?.told ?? '')
  const does = boundsOf(said)
  const lost = must.find((bound) => !does.includes(bound))
  if (lost !== undefined) return `The fact says “${lost}”, the card does not.`
  const added = does.find((bound) => !boundsOf(truth).includes(bound))
  return added === undefined ? null : `The card says “${added}”, none of its facts does.`
}

function opposites({ front, said, truth }: LintCard): string | null {
  const told = new Set(wordsOf(truth))
  // "How long" asks for a measure; "how high" already tells on which side the bound is.
  const plain = `${front} ${said}`.replace(/\bhow (?!high|low)\p{L}+/giu, '')
  const other = oppositesOf(wordsOf(plain)).find((word) => !told.has(word))
  return other === undefined ? null : `“${other}” stands in none of its facts.`
}

function foreign({ said, truth, base }: LintCard): string | null {
  // "In which disease" names no disease.
  const plain = said.replace(/\b(?:which|what)(?: (?:two|three|four|five|six))? [\p{L}-]+/giu, '…')
  const named = lineOf(unhyphened(plain))
  const told = lineOf(unhyphened(truth))
  const found = base.nouns.find((noun) => {
    const name = lineOf(unhyphened(bare(noun)))
    return named.includes(name) && !told.includes(name) && !isKind(noun, base.kindWords)
  })
  return found === undefined ? null : `“${bare(found)}” is named, but none of its facts tells of it.`
}

function isKind(noun: Noun, kindWords: ReadonlySet<string>): boolean {
  return wordsOf(bare(noun)).every((word) => kindWords.has(word))
}

function codes({ said, truth }: LintCard): string | null {
  const code = codesOf(said).find((name) => !names(truth, name))
  return code === undefined ? null : `“${code}” stands in none of its facts.`
}

function gap({ gaps, back }: LintCard): string | null {
  const other = gaps.find(({ answer }) => answer !== back)
  return other === undefined ? null : `The gap hides “${other.answer}”, but the answer says “${back}”.`
}

const nameLength = 7

/** Only long words: short ones are near too much. A plural is no error. */
function misspelled({ said, truth }: LintCard): string | null {
  const known = new Set(wordsOf(truth))
  const long = [...known].filter((word) => word.length >= nameLength)
  const found = wordsOf(said).find((word) => {
    if (word.length < nameLength || known.has(word) || known.has(`${word}s`) || known.has(word.replace(/s$/, ''))) return false
    return long.some((name) => Math.abs(word.length - name.length) <= 2 && distance(word, name) <= 2)
  })
  return found === undefined ? null : `“${found}” is nearly, but not quite, a name in its facts.`
}
