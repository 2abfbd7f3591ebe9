// Names and kinds: what a term stands for, and to what group a disease belongs.

import { z } from 'zod'
import { asked, capital, isAsked, said, type Verb } from '../english.ts'
import { answer, brief, full, which, type Noun } from '../noun.ts'
import { askBoth, asks, disease, hides, note, relation, tell, type Common, type Draft } from '../relation.ts'

const standFor: Verb = { base: 'stand for', third: 'stands for', past: 'stood for' }
const mean: Verb = { base: 'mean', third: 'means', past: 'meant' }
const belong: Verb = { base: 'belong', third: 'belongs', past: 'belonged' }

type Term = { term: Noun; verb: Verb; meaning: string }

/** A term that already holds the disease's name needs no other. */
function askTerm(fact: Common, { term, verb, meaning }: Term): Draft {
  const name = brief(fact.about)
  const within = brief(term).split(/[\s-]/).includes(name) ? '' : `in ${name}, `
  const what = `${within}what ${asked(brief(term), 'one', verb, fact.hedge)}`
  const letters = `${within}what ${asked(`the term ${brief(term)}`, 'one', verb, fact.hedge)}`
  return asks(`term:${term.id}`, askBoth(fact, [what, letters]), capital(meaning))
}

function tellTerm(fact: Common, { term, verb, meaning }: Term): string {
  return tell(fact, `${brief(term)} ${said('one', verb, fact.hedge)} ${meaning}`)
}

export const term = relation(
  'term',
  (refs) => ({
    terms: z
      .array(
        z
          .strictObject({ term: refs.noun, stands_for: refs.text.optional(), means: refs.text.optional() })
          .transform(({ term, stands_for, means }, context): Term => {
            if (stands_for !== undefined && means === undefined) return { term, verb: standFor, meaning: stands_for }
            if (means !== undefined && stands_for === undefined) return { term, verb: mean, meaning: means }
            context.addIssue({ code: 'custom', message: 'A term has either “stands_for” or “means”.' })
            return z.NEVER
          }),
      )
      .min(1),
  }),
  (fact, { terms }) => ({
    statement: terms.map((entry) => tellTerm(fact, entry)).join(' '),
    notes: [
      note(
        'term',
        terms.map((entry) => askTerm(fact, entry)),
      ),
    ],
  }),
)

export const group = relation(
  'group',
  (refs) => ({ group: refs.noun }),
  (fact, { group }) => {
    const subject = disease(fact)
    const belongs = said(fact.about.count, belong, fact.hedge)
    const sentence = (text: string) => `${subject} ${belongs} among ${text}`
    return {
      statement: tell(fact, sentence(full(group))),
      notes: [
        note('group', [
          asks(
            'group',
            askBoth(fact, [
              `${which(group)} ${asked(subject, fact.about.count, belong, fact.hedge)} to`,
              `among ${which(group)} ${isAsked(subject, fact.about.count, 'counted', fact.hedge)}`,
            ]),
            answer(group),
          ),
          ...hides(fact, 'group:gap', group, sentence),
        ]),
      ],
    }
  },
)
