// The part of a name behind a preposition.

import { objectOf, textAt, verbAfter, verbAt, type Clause, type Part } from './predicate.ts'

export const prepositions = new Set(
  'of in on at by for from to with between around within among besides after during before toward towards beneath under against than through via into without beyond'.split(
    ' ',
  ),
)
/** Behind "by", who does it; behind "of", what an act is done to; behind a verb's own particle, what the verb gets. */
export function partBehind(clause: Clause, at: number): Part {
  const word = textAt(clause, at)
  const before = textAt(clause, at - 1)
  const verb = verbAt(clause, at - 1)
  if (verb?.particle === word) return objectOf(verb)
  if (word === 'of' && before === 'because') return { side: 'does', of: 'cause' }
  if (word === 'to' && before === 'due') return { side: 'behind', of: textAt(clause, at - 2) === 'not' ? 'not due to' : 'due to' }
  const act = word === 'of' ? clause.verbs.acts.get(before) : undefined
  if (act !== undefined) return { side: 'gets', of: act }
  return word === 'by' ? byWhom(clause, at) : { side: 'behind', of: word }
}

function byWhom(clause: Clause, at: number): Part {
  for (let back = at - 1; back >= 0 && clause.tokens[back]?.kind !== 'mark'; back--) {
    const act = clause.verbs.acts.get(textAt(clause, back))
    if (act !== undefined) return { side: 'does', of: act }
    const verb = verbAt(clause, back)
    if (verb?.form === 'past') return { side: 'does', of: verb.lemma }
  }
  // "By which virus is it caused": the verb comes later.
  const later = verbAfter(clause, at + 1)
  return later?.verb.form === 'past' ? { side: 'does', of: later.verb.lemma } : { side: 'behind', of: 'by' }
}
