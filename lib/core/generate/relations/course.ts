// What becomes of patients: outlook, measured outcomes, complications.

import { z } from 'zod'
import { asked, capital, is, isAsked, joined, numeral, said, statement, words, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, gap, which, type Noun } from '../noun.ts'
import {
  askBoth,
  asks,
  cloze,
  disease,
  hasKind,
  note,
  relation,
  scopePhrase,
  tell,
  type Common,
  type Draft,
  type Written,
} from '../relation.ts'

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
          asks(
            'outlook',
            askBoth(fact, [`what is ${subject}`, `which outlook ${asked(disease(fact), fact.about.count, have, undefined)}`]),
            statement(`it ${stays} ${outlook}`),
          ),
          cloze('outlook:gap', tell(fact, `${subject} ${stays} ${gap(outlook, 'which outlook')}`), outlook),
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
    const amounts = isAsked(brief(measure), measure.count, words(bound, quantity), fact.hedge)
    const whose = (about: string) => `in ${about} ${amounts}`
    const fronts = askBoth(fact, [
      `in ${disease(fact)}, ${how} ${isAsked(brief(measure), measure.count, '', fact.hedge)}`,
      bound === undefined || bound === 'about'
        ? `how high ${isAsked(brief(measure), measure.count, '', fact.hedge)} in ${disease(fact)}`
        : `in what range ${asked(brief(measure), measure.count, lie, fact.hedge)} in ${disease(fact)}`,
    ])
    return {
      statement: tell(fact, sentence(quantity)),
      notes: [
        note('quantity', [
          asks('value', fronts, capital(words(bound, quantity))),
          cloze('value:gap', tell(fact, sentence(gap(quantity, hint))), quantity),
          ...scopeAsked(fact, { ofKind: whose, ofAny: whose, then: amounts }),
        ]),
      ],
      tells: (feature) => (feature === measure ? is(measure.count, words(bound, quantity), fact.hedge) : null),
    }
  },
)

type CasesAsked = {
  /** Asked of a cause with a kind: "PML due to which drug". */
  ofKind: (about: string) => string
  /** Asked of any other scope: "which cases of PML". */
  ofAny: (cases: string) => string
  /** What follows "when PML is due to which drug". */
  then: string
}

const scopeVerbs = { due_to: 'is due to', in: 'occurs in', after: 'occurs after', during: 'occurs during' } as const

/** Asks in which cases the fact holds. */
export function scopeAsked(fact: Common, { ofKind, ofAny, then }: CasesAsked): readonly Draft[] {
  const { scope } = fact
  if (scope === undefined || scope.kind === 'if') return []
  const name = brief(fact.about)
  if (scope.kind === 'not_due_to' || !hasKind(scope.noun)) {
    const cases = askBoth(fact, [ofAny(`which cases of ${name}`), `among cases of ${name}, ${ofAny('which ones')}`])
    return [asks('cases', cases, capital(`those ${scopePhrase(scope)}`))]
  }
  const kinds = askBoth(fact, [
    ofKind(`${name} ${scope.kind.replaceAll('_', ' ')} ${which(scope.noun)}`),
    `when ${name} ${scopeVerbs[scope.kind]} ${which(scope.noun)} ${then}`,
  ])
  return [asks('cases', kinds, answer(scope.noun))]
}

const have: Verb = { base: 'have', third: 'has', past: 'had' }
const arise: Verb = { base: 'arise', third: 'arises', past: 'arisen' }
const lie: Verb = { base: 'lie', third: 'lies', past: 'lain' }
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
    return {
      statement: tell(fact, `${disease(fact)} ${is(fact.about.count, 'complicated', fact.hedge)} by ${full(complication)}`),
      notes: [
        note('complication', [
          asks(
            'complication',
            askBoth(fact, [
              `which complication ${asked(disease(fact), fact.about.count, have, fact.hedge)}`,
              `what complication ${said('one', arise, fact.hedge)} in ${disease(fact)}`,
            ]),
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
        whole: askBoth(fact, [
          `in which ${numeral(groups.length)} ${category} ${does}`,
          `what are the ${numeral(groups.length)} ${category} in whom ${sentence('').trimEnd().replace(/ in$/, '')}`,
        ]),
        around: sentence,
        joint: `${joint} in`,
      }),
    ],
    clue: (item) => {
      if (item?.one === undefined || !groups.includes(item)) return null
      return { as: 'patient', text: `${item.one}, with ${disease(fact)},` }
    },
  }
}
