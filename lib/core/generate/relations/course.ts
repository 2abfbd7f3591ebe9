// What becomes of patients: outlook, measured outcomes, complications.

import { z } from 'zod'
import { asked, capital, is, isAsked, joined, numeral, said, statement, words, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, gap, which, type Noun } from '../noun.ts'
import { ask, asks, disease, hasKind, note, relation, scopePhrase, tell, type Common, type Draft, type Written } from '../relation.ts'

export const prognosis = relation(
  'prognosis',
  (refs) => ({ outlook: refs.text, verb: refs.verb.optional() }),
  (fact, { outlook, verb }) => {
    const subject = `the prognosis of ${disease(fact)}`
    const stays = verb === undefined ? is('one', '', fact.hedge) : said('one', verb, fact.hedge)
    return {
      statement: tell(fact, `${subject} ${stays} ${outlook}`),
      notes: [
        note('prognosis', [
          asks('outlook', ask(fact, `what is ${subject}`), statement(`it ${stays} ${outlook}`)),
          {
            key: 'outlook:gap',
            kind: 'cloze',
            front: tell(fact, `${subject} ${stays} ${gap(outlook, 'how')}`),
            back: outlook,
            alsoFacts: [],
          },
        ]),
      ],
    }
  },
)

const bounds = ['as high as', 'up to', 'as low as', 'at least', 'at most', 'more than', 'less than', 'about'] as const

export const quantity = relation(
  'quantity',
  (refs) => ({ measure: refs.noun, bound: z.enum(bounds).optional(), value: refs.text, unit: refs.text.optional() }),
  (fact, { measure, bound, value, unit }) => {
    const sentence = (text: string) => `in ${disease(fact)}, ${brief(measure)} ${is(measure.count, words(bound, text), fact.hedge)}`
    const quantity = words(value, unit)
    const how = bound === 'as high as' || bound === 'as low as' ? `how ${bound.slice(3, -3)}` : 'what'
    const hint = quantity.endsWith('%') ? 'what percentage' : 'what value'
    const whose = (about: string) => `in ${about} ${isAsked(brief(measure), measure.count, words(bound, quantity), fact.hedge)}`
    const front = `in ${disease(fact)}, ${how} ${isAsked(brief(measure), measure.count, '', fact.hedge)}`
    return {
      statement: tell(fact, sentence(quantity)),
      notes: [
        note('quantity', [
          asks('value', ask(fact, front), capital(words(bound, quantity))),
          { key: 'value:gap', kind: 'cloze', front: tell(fact, sentence(gap(quantity, hint))), back: quantity, alsoFacts: [] },
          ...scopeAsked(fact, { ofKind: whose, ofAny: whose }),
        ]),
      ],
    }
  },
)

type CasesAsked = {
  /** Asked of a cause with a kind: "tarsal fever due to which drug". */
  ofKind: (about: string) => string
  /** Asked of any other scope: "which cases of tarsal fever". */
  ofAny: (cases: string) => string
}

/** Asks in which cases the fact holds. */
export function scopeAsked(fact: Common, { ofKind, ofAny }: CasesAsked): readonly Draft[] {
  const { scope } = fact
  if (scope === undefined || scope.kind === 'if') return []
  const name = brief(fact.about)
  if (scope.kind === 'not_due_to' || !hasKind(scope.noun)) {
    return [asks('cases', ask(fact, ofAny(`which cases of ${name}`)), capital(`those ${scopePhrase(scope)}`))]
  }
  return [asks('cases', ask(fact, ofKind(`${name} ${scope.kind.replaceAll('_', ' ')} ${which(scope.noun)}`)), answer(scope.noun))]
}

const complicate: Verb = { base: 'complicate', third: 'complicates', past: 'complicated' }

export const complication = relation(
  'complication',
  (refs) => ({
    complication: refs.noun,
    /** In whom it arises; a fact that says so is asked for the patients, not for the complication. */
    in: z.strictObject({ category: refs.text, groups: refs.items, joint: refs.joint }).optional(),
  }),
  (fact, { complication, in: patients }) => {
    if (patients !== undefined) return complicationIn(fact, complication, patients)
    const has: Verb = { base: 'have', third: 'has', past: 'had' }
    return {
      statement: tell(fact, `${disease(fact)} ${is(fact.about.count, 'complicated', fact.hedge)} by ${full(complication)}`),
      notes: [
        note('complication', [
          asks(
            'complication',
            ask(fact, `which complication ${asked(disease(fact), fact.about.count, has, fact.hedge)}`),
            answer(complication),
          ),
        ]),
      ],
    }
  },
)

type Patients = { category: string; groups: readonly Noun[]; joint: 'and' | 'or' }

function complicationIn(fact: Common, complication: Noun, { category, groups, joint }: Patients): Written {
  const sentence = (shown: string) =>
    `${brief(complication)} ${said(complication.count, complicate, fact.hedge)} ${disease(fact)} in ${shown}`
  const does = `${asked(brief(complication), complication.count, complicate, fact.hedge)} ${disease(fact)}`
  return {
    statement: tell(fact, sentence(joined(groups.map(full), `${joint} in`))),
    notes: [
      listNote({
        form: 'complication-in',
        items: groups,
        whole: ask(fact, `in which ${numeral(groups.length)} ${category} ${does}`),
        around: sentence,
        joint: `${joint} in`,
      }),
    ],
  }
}
