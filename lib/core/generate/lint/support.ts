// Rules that hold what a card says to what its facts say: who does what, the kind that is asked for, and nothing beyond.

import { bare, brief, full, type Noun } from '../noun.ts'
import type { LintCard } from './card.ts'
import { caseTold } from './case.ts'
import { chainTold } from './chain.ts'
import { sentencesOf } from './claim.ts'
import { sidesTold } from './contrast.ts'
import type { Part } from './predicate.ts'
import type { Role } from './roles.ts'
import { firstOf, type Rule } from './rule.ts'
import { contentWords, meaningsOf, stemOf, unhyphened, wordsOf } from './words.ts'

export const supported: Rule = {
  id: 'G2',
  level: 'error',
  help: 'Say it the way round that the fact says it, and ask for what the fact tells.',
  check: firstOf(parts, pairs, kindAsked, sidesTold, chainTold, caseTold, explanationTold),
}

/** A name in a part that no fact gives it: two names were swapped, or cause and effect. */
function parts({ roles, facts, form, base }: LintCard): string | null {
  const told = facts.flatMap((fact) => (form === 'vignette' ? [...fact.roles, ...fact.inCases] : fact.roles))
  const odd = roles.find(({ id, part }) => {
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
  if (part.side === 'is' || part.side === 'listed') return true
  if (part.side === 'behind') return !others.some(same)
  const verbs = new Set([...own, ...others].filter(({ side }) => side === 'does' || side === 'gets').map(({ of }) => of))
  if (verbs.has(part.of)) return false
  return own.some(({ side }) => side === part.side) || !own.some(({ side }) => side === 'does' || side === 'gets')
}

/** Who does it and to whom it is done: both in one sentence of the facts. What comes of what may be told in several. */
function pairs({ clauses, facts, base }: LintCard): string | null {
  const told = facts.flatMap((fact) => pairsOf(fact.roles))
  const verbs = new Set(told.map(({ verb }) => verb))
  const said = clauses.flatMap(pairsOf)
  const odd = said.find(
    (pair) => verbs.has(pair.verb) && !told.some((one) => one.does === pair.does && one.gets === pair.gets && one.verb === pair.verb),
  )
  const name = (id: string | undefined) => bare(base.nouns.find((noun) => noun.id === id) ?? NOBODY)
  return odd === undefined ? null : `No fact tells this of “${name(odd.does)}” and “${name(odd.gets)}” together.`
}

const NOBODY: Noun = { id: '', text: '', count: 'one' }

type Pair = { does: string; gets: string; verb: string }

/** A verb that stands twice in a sentence pairs nobody for certain. */
function pairsOf(roles: readonly Role[]): readonly Pair[] {
  const doers = roles.filter(({ part }) => part.side === 'does' && part.of !== 'cause')
  return doers.flatMap(({ id, part }) => {
    const same = doers.filter((other) => other.part.of === part.of)
    const got = roles.filter((other) => other.part.side === 'gets' && other.part.of === part.of)
    return same.length === 1 ? got.map((other) => ({ does: id, gets: other.id, verb: part.of })) : []
  })
}

/** An explanation is made of sentences of facts, word for word. */
export function explanationTold({ explained, base }: LintCard): string | null {
  const told = new Set(base.statements.flatMap(sentencesOf))
  const own = explained.find((sentence) => !told.has(sentence))
  return own === undefined ? null : `“${own}” explains, and is the sentence of no fact.`
}

/** "Which virus" is answered by the fact's virus, not by another of its names. */
function kindAsked({ front, back, gaps, facts, base }: LintCard): string | null {
  const asked = [...front.matchAll(/\b(?:which|what) ([^,.?[\]]+)/gi)].map(([, words]) => wordsOf(words ?? '').join(' '))
  const answers = nounsOf(gaps.length > 0 ? gapNoun(front, back, base.nouns) : back, base.nouns)
  const kind = base.kinds.find((one) => asked.some((words) => `${words} `.startsWith(`${one} `)))
  const [answer] = answers
  if (answer === undefined || kind === undefined) return null
  if (answers.some((noun) => noun.kind === kind || base.diseases.includes(bare(noun)))) return null
  const right = facts.flatMap((fact) => [...fact.nouns, ...fact.within]).find((noun) => noun.kind === kind)
  return right === undefined ? null : `A ${kind} is asked for, and “${bare(answer)}” is none; ${bare(right)} is.`
}

function nounsOf(text: string, nouns: readonly Noun[]): readonly Noun[] {
  const words = wordsOf(text).join(' ')
  return nouns.filter((noun) => [full(noun), brief(noun), noun.text, bare(noun)].some((form) => wordsOf(form).join(' ') === words))
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
  check({ answers, truth, base }) {
    const { verbs } = base.grammar
    const told = meaningsOf(unhyphened(truth), verbs)
    const words = answers.flatMap((answer) => contentWords(unhyphened(answer)))
    const beyond = words.find(
      (word) => !plainWords.has(stemOf(word)) && [...meaningsOf(word, verbs)].every((meaning) => !told.has(meaning)),
    )
    return beyond === undefined ? null : `“${beyond}” of the answer stands in none of its facts.`
  },
}
