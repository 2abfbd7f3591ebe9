// Rules that hold what a card says to what its facts say: who does what, the kind that is asked for, and nothing beyond.

import { bare, brief, full, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { rolesIn, type Part } from './roles.ts'
import { firstOf, type Rule } from './rule.ts'
import { contentWords, stemOf, unhyphened, wordsOf } from './words.ts'

export const supported: Rule = {
  id: 'G2',
  level: 'error',
  help: 'Say it the way round that the fact says it, and ask for what the fact tells.',
  check: firstOf(parts, kindAsked),
}

/** A name in a part that no fact gives it: two names were swapped, or cause and effect. */
function parts({ claim, facts, base }: LintCard): string | null {
  const told = facts.flatMap((fact) => fact.roles)
  const odd = rolesIn(claim, base.grammar).find(({ id, part }) => {
    const own = told.filter((role) => role.id === id).map((role) => role.part)
    const others = told.filter((role) => role.id !== id).map((role) => role.part)
    return own.length > 0 && !fits(part, own, others)
  })
  const noun = odd && base.nouns.find(({ id }) => id === odd.id)
  return noun === undefined ? null : `“${bare(noun)}” has another part here than in its facts.`
}

/** Another verb than the facts' is a paraphrase, as long as the name stays on its side of it. */
function fits(part: Part, own: readonly Part[], others: readonly Part[]): boolean {
  const same = (one: Part) => one.side === part.side && one.of === part.of
  if (own.some(same)) return true
  if (part.side === 'is' || part.side === 'listed') return !own.some(({ side }) => side === 'does' || side === 'gets')
  if (part.side === 'behind') return !others.some(same)
  const verbs = new Set([...own, ...others].filter(({ side }) => side === 'does' || side === 'gets').map(({ of }) => of))
  if (verbs.has(part.of)) return false
  return own.some(({ side }) => side === part.side) || !own.some(({ side }) => side === 'does' || side === 'gets')
}

/** "Which virus" is answered by the fact's virus, not by another of its names. */
function kindAsked({ front, back, gaps, facts, base }: LintCard): string | null {
  const asked = [...front.matchAll(/\b(?:which|what) ([^,.?[\]]+)/gi)].map(([, words]) => wordsOf(words ?? '').join(' '))
  const answer = nounOf(gaps.length > 0 ? gapNoun(front, back, base.nouns) : back, base.nouns)
  const kind = base.kinds.find((one) => asked.some((words) => `${words} `.startsWith(`${one} `)))
  if (answer === undefined || kind === undefined || answer.kind === kind) return null
  const right = facts.flatMap((fact) => fact.nouns).find((noun) => noun.kind === kind)
  return right === undefined ? null : `A ${kind} is asked for, and “${bare(answer)}” is none; ${bare(right)} is.`
}

function nounOf(text: string, nouns: readonly Noun[]): Noun | undefined {
  const words = wordsOf(text).join(' ')
  return nouns.find((noun) => [full(noun), brief(noun), noun.text, bare(noun)].some((form) => wordsOf(form).join(' ') === words))
}

/** The noun whose gap is hidden, by the part of it that is. */
function gapNoun(front: string, back: string, nouns: readonly Noun[]): string {
  const noun = nouns.find(({ gap, text }) => gap === back && front.includes(text.replace(gap, '').trim()))
  return noun?.text ?? back
}

/** Words that an answer may add: they claim nothing. */
const plainWords = new Set('according also cases patients people someone something because thought said'.split(' ').map(stemOf))

export const nothingBeyond: Rule = {
  id: 'G6',
  level: 'error',
  help: 'Take it out, or add the fact that says it.',
  check({ answers, truth }) {
    const told = new Set(wordsOf(unhyphened(truth)).map(stemOf))
    const beyond = answers
      .flatMap((answer) => contentWords(unhyphened(answer)))
      .find((word) => !told.has(stemOf(word)) && !plainWords.has(stemOf(word)))
    return beyond === undefined ? null : `“${beyond}” of the answer stands in none of its facts.`
  },
}
