// Names and kinds: what a term stands for, and to what group a disease belongs.

import { z } from 'zod'
import { asked, capital, said, type Verb } from '../english.ts'
import { answer, brief, full, which, type Noun } from '../noun.ts'
import { ask, asks, disease, hides, note, relation, tell, type Common, type Draft } from '../relation.ts'

const standFor: Verb = { base: 'stand for', third: 'stands for', past: 'stood for' }
const mean: Verb = { base: 'mean', third: 'means', past: 'meant' }
const belong: Verb = { base: 'belong', third: 'belongs', past: 'belonged' }

type Term = { term: Noun; stands_for: string } | { term: Noun; means: string }

/** A term that already holds the disease's name needs no other. */
function askTerm(fact: Common, entry: Term): Draft {
  const verb = 'means' in entry ? mean : standFor
  const name = brief(fact.about)
  const within = brief(entry.term).split(/[\s-]/).includes(name) ? '' : `in ${name}, `
  const front = ask(fact, `${within}what ${asked(brief(entry.term), 'one', verb, fact.hedge)}`)
  return asks(`term:${entry.term.id}`, front, capital(meaningOf(entry)))
}

function meaningOf(entry: Term): string {
  return 'means' in entry ? entry.means : entry.stands_for
}

function tellTerm(fact: Common, entry: Term): string {
  return tell(fact, `${brief(entry.term)} ${said('one', 'means' in entry ? mean : standFor, fact.hedge)} ${meaningOf(entry)}`)
}

export const term = relation(
  'term',
  (refs) => ({
    terms: z
      .array(
        z.union([
          z.strictObject({ term: refs.noun, stands_for: refs.text }),
          z.strictObject({ term: refs.noun, means: refs.text }),
        ]),
      )
      .min(1),
  }),
  (fact, { terms }) => ({
    statement: terms.map((entry) => tellTerm(fact, entry)).join(' '),
    notes: [note('term', terms.map((entry) => askTerm(fact, entry)))],
  }),
)

export const group = relation(
  'group',
  (refs) => ({ group: refs.noun }),
  (fact, { group }) => {
    const subject = disease(fact)
    const belongs = said(fact.about.count, belong, fact.hedge)
    const sentence = (text: string) => `${subject} ${belongs} among the ${text}`
    return {
      statement: tell(fact, sentence(full(group))),
      notes: [
        note('group', [
          asks('group', ask(fact, `${which(group)} ${asked(subject, fact.about.count, belong, fact.hedge)} to`), answer(group)),
          hides(fact, 'group:gap', group, sentence),
        ]),
      ],
    }
  },
)
