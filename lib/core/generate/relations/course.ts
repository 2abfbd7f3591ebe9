// What becomes of patients: outlook and complications.

import { z } from 'zod'
import { asked, is, joined, numeral, said, statement, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, gap, type Noun } from '../noun.ts'
import { askBoth, asks, cloze, disease, note, relation, tell, type Common, type Written } from '../relation.ts'

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
          cloze('outlook:gap', tell(fact, `${subject} ${stays} ${gap(outlook, 'how')}`), outlook),
        ]),
      ],
    }
  },
)

const have: Verb = { base: 'have', third: 'has', past: 'had' }
const arise: Verb = { base: 'arise', third: 'arises', past: 'arisen' }
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
        fact,
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
