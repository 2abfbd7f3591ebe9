// In which cases a fact holds, asked of its scope.

import { capital } from '../english.ts'
import { answer, brief, which } from '../noun.ts'
import { askBoth, asks, hasKind, scopePhrase, type Common, type Draft } from '../relation.ts'

type CasesAsked = {
  /** Asked of a cause with a kind: "tarsal fever due to which remedy". */
  ofKind: (about: string) => string
  /** Asked of any other scope: "which cases of tarsal fever". */
  ofAny: (cases: string) => string
  /** What follows "when tarsal fever is due to which remedy". */
  follows: string
}

const scopeVerbs = { due_to: 'is due to', in: 'occurs in', after: 'occurs after', during: 'occurs during' } as const

/** Asks in which cases the fact holds. */
export function scopeAsked(fact: Common, { ofKind, ofAny, follows }: CasesAsked): readonly Draft[] {
  const { scope } = fact
  if (scope === undefined || scope.kind === 'if') return []
  const name = brief(fact.about)
  if (scope.kind === 'not_due_to' || !hasKind(scope.noun)) {
    const cases = askBoth(fact, [ofAny(`which cases of ${name}`), `among cases of ${name}, ${ofAny('which ones')}`])
    return [asks('cases', cases, capital(`those ${scopePhrase(scope)}`))]
  }
  const kinds = askBoth(fact, [
    ofKind(`${name} ${scope.kind.replaceAll('_', ' ')} ${which(scope.noun)}`),
    `when ${name} ${scopeVerbs[scope.kind]} ${which(scope.noun)} ${follows}`,
  ])
  return [asks('cases', kinds, answer(scope.noun))]
}
