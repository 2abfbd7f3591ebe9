// A chain keeps its order: each step leads to the next, by the card's own facts.

import { bare, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { hedgesOf } from './cues.ts'
import { namedIn, type LintFact } from './fact.ts'
import type { Role } from './roles.ts'

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
