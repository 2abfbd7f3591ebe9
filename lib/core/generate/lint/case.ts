// A case keeps its signs and its disease.

import { bare, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { namedIn } from './fact.ts'
import { holds, names } from './words.ts'

/** Relations of what is seen in a patient who has the disease. */
const signs = new Set(['presentation', 'consequence'])
const results = new Set(['finding', 'site', 'extent', 'quantity'])

/** What a patient presents with is a sign in the facts, and all that is seen is seen in the disease that fits. */
export function caseTold({ form, front, back, own, facts, base }: LintCard): string | null {
  if (form !== 'vignette') return null
  const [, before = '', presented = ''] = /^(.*?)\bpresents with (.*?)(?:\.|,| and \p{L}+ (?:shows?|may|might|can)\b|$)/u.exec(front) ?? []
  const ofSigns = facts.filter(({ relation }) => signs.has(relation)).flatMap((fact) => fact.nouns)
  const other = namedIn(presented, base.nouns).find((noun) => !ofSigns.some((sign) => sign.id === noun.id || names(sign.text, bare(noun))))
  if (other !== undefined) return `“${bare(other)}” is no sign in the card’s facts.`
  const settings = facts
    .filter((fact) => fact !== own && !signs.has(fact.relation) && !results.has(fact.relation))
    .flatMap((fact) => fact.nouns)
  const patients = settings.some(({ one }) => one !== undefined) ? settings.filter(({ one }) => one !== undefined) : settings
  const isTold = patients.length === 0 || patients.some((noun) => names(before, noun.one ?? bare(noun)))
  const isKnown = (noun: Noun) =>
    settings.some((setting) => names(setting.text, bare(noun))) || facts.some((fact) => fact.aboutForms.includes(bare(noun)))
  if (!isTold || !namedIn(before, base.nouns).every(isKnown)) return 'The patient is another than the card’s facts tell of.'
  if (!/\bfits\?$/.test(front)) return null
  const elsewhere = facts.find(
    (fact) => (signs.has(fact.relation) || results.has(fact.relation)) && !fact.aboutForms.some((name) => holds(back, name)),
  )
  return elsewhere === undefined ? null : `What is seen is told of ${elsewhere.about}, and the answer is another.`
}
