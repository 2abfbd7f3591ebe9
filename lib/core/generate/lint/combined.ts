// Rules for cards that put facts together: a contrast keeps its sides apart, a chain its order, a case its signs and its disease.

import { bare, type Noun } from '../noun.ts'
import { words } from '../english.ts'
import { scopePhrase } from '../relation.ts'
import type { LintCard, LintFact } from './card.ts'
import { sentencesOf } from './claim.ts'
import { hedgesOf, negationsOf } from './cues.ts'
import type { Role } from './roles.ts'
import { contentWords, holds, lineOf, meaningsOf, names } from './words.ts'

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
  for (const { of, says } of sides) {
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
  }
  return null
}

/** An explanation is made of sentences of facts, word for word. */
export function explanationTold({ explained, base }: LintCard): string | null {
  const told = new Set(base.statements.flatMap(sentencesOf))
  const own = explained.find((sentence) => !told.has(sentence))
  return own === undefined ? null : `“${own}” explains, and is the sentence of no fact.`
}

/** Relations of what is seen in a patient who has the disease. */
const signs = new Set(['presentation', 'consequence'])
const results = new Set(['finding', 'site', 'extent', 'quantity'])

/** What a patient presents with is a sign in the facts, and all that is seen is seen in the disease that fits. */
export function caseTold({ form, front, back, facts, base }: LintCard): string | null {
  if (form !== 'vignette') return null
  const [, before = '', presented = ''] = /^(.*?)\bpresents with (.*?)(?:\.|,| and \p{L}+ (?:shows?|may|might|can)\b|$)/u.exec(front) ?? []
  const ofSigns = facts.filter(({ relation }) => signs.has(relation)).flatMap((fact) => fact.nouns.slice(0, -1))
  const other = namedIn(presented, base.nouns).find((noun) => !ofSigns.some((sign) => sign.id === noun.id || names(sign.text, bare(noun))))
  if (other !== undefined) return `“${bare(other)}” is no sign in the card’s facts.`
  const settings = facts.filter(({ relation }) => !signs.has(relation) && !results.has(relation)).flatMap((fact) => fact.nouns.slice(0, -1))
  const isTold = settings.some((noun) => [noun.one ?? noun.text, bare(noun)].some((text) => names(before, text)))
  if (settings.length > 0 && !isTold) return 'The patient is another than the card’s facts tell of.'
  if (!/\bfits\?$/.test(front)) return null
  const elsewhere = facts.find(
    (fact) => (signs.has(fact.relation) || results.has(fact.relation)) && !fact.aboutForms.some((name) => holds(back, name)),
  )
  return elsewhere === undefined ? null : `What is seen is told of ${elsewhere.about}, and the answer is another.`
}

function namedIn(text: string, nouns: readonly Noun[]): readonly Noun[] {
  const found = nouns.filter((noun) => names(text, bare(noun)))
  return found.filter((noun) => !found.some((other) => other !== noun && names(bare(other), bare(noun)) && !names(bare(noun), bare(other))))
}

/** Each step of a chain leads to the next, by the card's own facts. */
export function chainTold({ form, front, claim, kind, answers, facts, base }: LintCard): string | null {
  if (form !== 'chain') return null
  const text = kind === 'cloze' ? claim.join(' ') : front
  const [, from = '', to = '', listed = ''] = /\b(?:from|between) (.*?) (?:to|and) (.*?)(?:\?|: (.*)|$)/u.exec(text) ?? []
  const steps = kind === 'list' ? answers : listed.split(', then ')
  const ends = [from, ...steps, to].map((step) => namedIn(step, base.nouns))
  if (ends.some((named) => named.length === 0)) return 'A step of the chain names nothing that its facts tell of.'
  const leads = arrowsOf(facts)
  const broken = ends.findIndex(
    (named, at) => at > 0 && !named.some((noun) => (ends[at - 1] ?? []).some((before) => reaches(leads, before.id, noun.id))),
  )
  if (broken !== -1) return `No fact leads from “${bareAll(ends[broken - 1])}” to “${bareAll(ends[broken])}”.`
  const surest = facts.flatMap(({ hedge }) => hedge ?? [])
  const does = hedgesOf(text)
  return surest.length === 0 || surest.some((hedge) => [...hedgesOf(hedge)].some((cue) => does.has(cue)))
    ? null
    : `The chain is surer than its facts, which say “${surest[0]}”.`
}

const bareAll = (nouns: readonly Noun[] = []) => nouns.map(bare).join(' ')

type Arrow = readonly [from: string, to: string]

/** From what does to what it is done to; from either to what comes of it; and from what explains to what it explains. */
function arrowsOf(facts: readonly LintFact[]): readonly Arrow[] {
  const explained = facts.flatMap((fact) =>
    facts
      .filter(({ id }) => fact.explainedBy.includes(id))
      .flatMap((by) => crossed(by.roles.filter(isResult), fact.roles.filter(isResult))),
  )
  const told = facts.flatMap(({ roles }) =>
    roles.flatMap((one) =>
      roles.flatMap((other): readonly Arrow[] => {
        const acts = one.part.side === 'does' || (one.part.side === 'gets' && one.part.of !== 'cause')
        const gets = other.part.side === 'gets' && (other.part.of === one.part.of || other.part.of === 'cause')
        return one.id !== other.id && acts && gets && one.part !== other.part ? [[one.id, other.id]] : []
      }),
    ),
  )
  return [...told, ...explained]
}

const isResult = ({ part }: Role) => part.side === 'gets' && part.of === 'cause'

function crossed(from: readonly Role[], to: readonly Role[]): readonly Arrow[] {
  return from.flatMap((one) => to.map((other) => [one.id, other.id] as const))
}

function reaches(arrows: readonly Arrow[], from: string, to: string, seen: readonly string[] = []): boolean {
  return arrows.some(
    ([one, other]) => one === from && (other === to || (!seen.includes(other) && reaches(arrows, other, to, [...seen, from]))),
  )
}
