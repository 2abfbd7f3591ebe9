// Mutations of names: one in place of another, two swapped, cause and effect turned around.

import { capital } from '../english.ts'
import type { LintCard } from '../lint/card.ts'
import { bare, type Noun } from '../noun.ts'
import { backStart, eachReplaced, gapMarks, startsSide, withMarks } from './text.ts'
import { escaped, type Mutator } from './words.ts'

type Found = { noun: Noun; start: number; end: number }

/** Names of the base in a text, longest first where they overlap; what only says of what kind the answer is, is none. */
function namesIn(text: string, { base, facts }: LintCard): readonly Found[] {
  const own = facts.flatMap((fact) => fact.lists.flat())
  const all = [...own, ...base.nouns].flatMap((noun) =>
    [...new Set([noun.text, bare(noun)])].flatMap((form) =>
      [...text.matchAll(pattern(form))].map((match) => ({ noun, start: match.index, end: match.index + match[0].length })),
    ),
  )
  return all
    .filter((one, index) => all.findIndex((other) => other.start === one.start && other.end === one.end) === index)
    .filter(({ start }) => !/\b(?:which|what)(?: \p{L}+)? $/iu.test(text.slice(0, start)))
    .filter(
      (one) =>
        !all.some(
          (other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
        ),
    )
    .toSorted((a, b) => a.start - b.start)
}

function pattern(form: string): RegExp {
  const words = escaped(form).split(' ').join(`${gapMarks} ${gapMarks}`)
  return new RegExp(`(?<![\\p{L}\\p{N}-])${words}(?![\\p{L}\\p{N}-])`, 'giu')
}

/** Writes names over others, from the last to the first; a mark of a gap within the old name goes around the new one. */
function written(text: string, changes: readonly { at: Found; noun: Noun }[]): string {
  return changes
    .toSorted((a, b) => b.at.start - a.at.start)
    .reduce((rest, { at, noun }) => {
      const old = rest.slice(at.start, at.end)
      const name = startsSide(rest, at.start) ? capital(bare(noun)) : bare(noun)
      return rest.slice(0, at.start) + withMarks(name, old) + rest.slice(at.end)
    }, text)
}

export const names: Mutator = (text, card) => {
  const found = namesIn(text, card)
  const told = card.facts.flatMap((fact) => [...fact.nouns, ...fact.within])
  const elsewhere = told.filter((noun) => !namesIn(text, card).some((one) => bare(one.noun) === bare(noun)))
  const replaced = found.flatMap((at) =>
    [...others(at.noun, card), ...elsewhere.filter((noun) => !together(at.noun, noun, card))].map((noun) => written(text, [{ at, noun }])),
  )
  const pairs = found.flatMap((one, index) => found.slice(index + 1).map((other) => [one, other] as const))
  const swapped = pairs
    .filter(([one, other]) => one.noun !== other.noun && !together(one.noun, other.noun, card) && !areSides(one, other, text, card))
    .map(([one, other]) =>
      written(text, [
        { at: one, noun: other.noun },
        { at: other, noun: one.noun },
      ]),
    )
  return [...replaced, ...swapped]
}

/** A name of the same kind, and one of another, that the card's facts do not tell of. */
export function others(noun: Noun, { base, truth }: LintCard): readonly Noun[] {
  const strange = base.nouns.filter((other) => other !== noun && !truth.toLowerCase().includes(bare(other).toLowerCase()))
  const alike = strange.find(({ kind }) => kind !== undefined && kind === noun.kind)
  const unlike = strange.find(({ kind }) => kind !== undefined && kind !== noun.kind)
  return [alike, unlike].filter((other) => other !== undefined)
}

/** Items of one list may change places: the card says the same. */
function together(one: Noun, other: Noun, { facts }: LintCard): boolean {
  return facts.some(({ lists }) => lists.some((list) => list.includes(one) && list.includes(other)))
}

/** A contrast may name its sides in either order. */
function areSides(one: Found, other: Found, text: string, { form, base }: LintCard): boolean {
  const isSide = ({ noun, start }: Found) => start < backStart(text) && base.diseases.includes(bare(noun))
  return form === 'contrast' && isSide(one) && isSide(other)
}

const turned: readonly (readonly [RegExp, string])[] = [
  [/\bcauses(?= )/g, 'is caused by'],
  [/\bcause(?= )(?! of)/g, 'result from'],
  [/\bcaused by\b/g, 'the cause of'],
  [/\bresults in\b/g, 'results from'],
  [/\bresult in\b/g, 'result from'],
  [/\bleads to\b/g, 'results from'],
  [/\blead to\b/g, 'result from'],
  [/\bpredisposes to\b/g, 'results from'],
  [/\bpredispose to\b/g, 'result from'],
  [/\bcomplicates\b/g, 'is complicated by'],
  [/\bcomplicated by\b/g, 'the complication of'],
  [/\bgiven as the cause of\b/g, 'given as the result of'],
  [/\bconsequence\b/g, 'cause'],
]
const causal = new RegExp(
  turned
    .map(([from]) => from.source)
    .concat(['\\barise\\b', '\\bcomplicate\\b', '\\bdue to\\b'])
    .join('|'),
  'g',
)

/** The word between cause and effect turned around; or what stands on its two sides exchanged. */
export const causality: Mutator = (text, card) => {
  const found = namesIn(text, card)
  const answer = backStart(text)
  const exchanged = [...text.matchAll(causal)].flatMap(({ index }) => {
    const inBack = found.filter(({ start }) => start >= answer)
    const left = found.findLast(({ end }) => end <= index) ?? inBack[0]
    const right = found.find(({ start }) => start > index && start < answer) ?? inBack[0]
    if (left === undefined || right === undefined || left === right || left.noun === right.noun || together(left.noun, right.noun, card))
      return []
    return [
      written(text, [
        { at: left, noun: right.noun },
        { at: right, noun: left.noun },
      ]),
    ]
  })
  return [...turned.flatMap(([from, to]) => eachReplaced(text, from, () => [to])), ...exchanged]
}
