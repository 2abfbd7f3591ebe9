// Rules that hold a card to its facts' source, to how sure they are, and to whom they hold for.

import { bare, type Noun } from '../noun.ts'
import { scopePhrase } from '../relation.ts'
import type { LintCard } from './card.ts'
import { sentencesOf } from './claim.ts'
import { absolutesOf, hedgesOf, negationsOf } from './cues.ts'
import { firstOf, type Rule } from './rule.ts'
import { contentWords, holds, likeness, names } from './words.ts'

export const source: Rule = {
  id: 'G1',
  level: 'error',
  help: 'Name the facts that the card rests on, and give each its source with a year.',
  check({ factIds, facts }) {
    if (factIds.length === 0) return 'The card names no fact.'
    const known = new Set(facts.map((fact) => fact.id))
    const unknown = factIds.find((id) => !known.has(id))
    if (unknown !== undefined) return `The card names fact “${unknown}”, which the base does not have.`
    const bare = facts.find((fact) => fact.citation.trim() === '' || !Number.isInteger(fact.year))
    return bare === undefined ? null : `Fact “${bare.id}” has no source with its year.`
  },
}

export const hedges: Rule = {
  id: 'G4',
  level: 'error',
  help: 'Say it as surely as the fact does: no more, and no less.',
  check: firstOf(hedgeLost, hedgeOfOtherLost, negationLost, cueAdded),
}

function hedgeLost({ own, said }: LintCard): string | null {
  const does = hedgesOf(said)
  const lost = [...hedgesOf(own?.statement ?? '')].find((cue) => !does.has(cue))
  if (lost !== undefined) return `The fact says “${lost}”, the card does not.`
  const { hedge } = own ?? {}
  if (hedge === undefined || hedgesOf(hedge).size > 0) return null
  return [hedge, hedge.replace(/ly$/, '')].some((form) => holds(said, form)) ? null : `The fact says “${hedge}”, the card does not.`
}

const sameSentence = 0.7

/** What introduces a name is a sentence of another fact, and keeps that fact's hedge. */
function hedgeOfOtherLost({ own, facts, claim }: LintCard): string | null {
  const told = facts.filter((fact) => fact !== own).flatMap((fact) => sentencesOf(fact.told))
  for (const said of claim.flatMap(clausesOf)) {
    const fact = told.find((sentence) => likeness(new Set(contentWords(said)), new Set(contentWords(sentence))) >= sameSentence)
    const lost = cuesOf(fact ?? '').find((cue) => !cuesOf(said).includes(cue))
    if (lost !== undefined) return `A fact says “${lost}”, the card does not: “${said}”`
  }
  return null
}

function clausesOf(sentence: string): readonly string[] {
  return [sentence, ...sentence.split(/,(?: and)? | and /)]
}

function cuesOf(text: string): readonly string[] {
  return [...hedgesOf(text), ...negationsOf(withoutBrackets(text)).keys()]
}

function negationLost({ own, ...card }: LintCard): string | null {
  const does = negationsOf(plainClaim(card))
  const lost = [...negationsOf(own?.statement ?? '')].find(([cue, count]) => (does.get(cue) ?? 0) < count)
  return lost === undefined ? null : `The fact says “${lost[0]}”, the card does not.`
}

function cueAdded({ facts, ...card }: LintCard): string | null {
  const claim = plainClaim(card)
  const told = facts.map((fact) => `${fact.told} ${fact.hedge ?? ''}`).join(' ')
  const known = negationsOf(withoutBrackets(told))
  const denied = [...negationsOf(withoutBrackets(claim))].find(([cue, count]) => count > (known.get(cue) ?? 0))
  if (denied !== undefined) return `The card says “${denied[0]}” where its facts do not.`
  const sure = new Set([...hedgesOf(told), ...absolutesOf(told)])
  const added = [...hedgesOf(claim), ...absolutesOf(claim)].find((cue) => !sure.has(cue))
  return added === undefined ? null : `The card says “${added}”, none of its facts does.`
}

/** “(Not all in one patient)” says nothing of the sentence around it. */
function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, '')
}

/** A cloze says its answer within its sentence: said twice, a “not” would count twice. */
function plainClaim({ claim, kind, answers }: Pick<LintCard, 'claim' | 'kind' | 'answers'>): string {
  return [...claim, ...(kind === 'list' ? answers : [])].join(' ')
}

export const scope: Rule = {
  id: 'G5',
  level: 'error',
  help: 'Say in whom, when or by which test it holds.',
  check: firstOf(scopeLost, scopeAdded),
}

function scopeLost({ own, claim, base }: LintCard): string | null {
  if (own === undefined) return null
  const says = claim.join(' ')
  const phrase = own.scope?.kind === 'if' ? own.scope.clause : scopePhrase(own.scope)
  if (phrase !== '' && !holds(says, phrase)) return `The fact holds for “${phrase}”, and the card does not say so.`
  return own.aboutForms.some((name) => names(withoutOthers(says, own.aboutForms, base.nouns), name))
    ? null
    : `The fact is about ${own.about}, and the card does not say so.`
}

const scopeWords = new Set(['due to', 'not due to', 'after', 'during'])

function scopeAdded({ roles, facts, form, base }: LintCard): string | null {
  const told = facts.flatMap((fact) => (form === 'vignette' ? [...fact.roles, ...fact.inCases] : fact.roles))
  const added = roles.find(({ id, part }) => scopeWords.has(part.of) && !told.some((role) => role.id === id && role.part.of === part.of))
  const noun = added && base.nouns.find(({ id }) => id === added.id)
  return noun === undefined ? null : `The card holds for “${added?.part.of} ${bare(noun)}”, and its facts do not say so.`
}

/** Without names that only begin with the disease's: “fever-flare” is another than fever. */
function withoutOthers(text: string, own: readonly string[], nouns: readonly Noun[]): string {
  const others = nouns.map(bare).filter((name) => name.includes('-') && !own.includes(name))
  return others.reduce((rest, name) => rest.replaceAll(name, ' '), text)
}
