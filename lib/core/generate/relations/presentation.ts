// What a patient has: the signs of a disease, and why they arise.

import { adjectiveOf, areOf, asked, capital, joined, numeral, words, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { brief, full } from '../noun.ts'
import { askBoth, asks, disease, note, relation, stepOf, tell } from '../relation.ts'

export const presentation = relation(
  'presentation',
  (refs) => ({ category: refs.text, items: refs.items, joint: refs.joint }),
  (fact, { category, items, joint }) => {
    // A list joined by "or" tells what may be found, and no card of it may promise all of it in one patient.
    const proviso = joint === 'or' ? ' (not necessarily all in one patient)' : ''
    const of = `${adjectiveOf(fact.hedge)} ${disease(fact)}${proviso}`
    const number = numeral(items.length)
    return {
      statement: tell(fact, `${category} ${of}: ${joined(items.map(full), joint)}`),
      notes: [
        listNote({
          fact,
          form: 'presentation',
          items,
          whole: askBoth(fact, [
            `which ${number} ${category} ${areOf(fact.hedge)} ${disease(fact)}${proviso}`,
            `what are the ${number} ${category} ${of}`,
          ]),
          around: (shown) => `${category} ${of}: ${shown}`,
          joint,
        }),
      ],
      clue: (item) => (item !== undefined && items.includes(item) ? { as: 'sign', text: full(item) } : null),
    }
  },
)

const lie: Verb = { base: 'lie', third: 'lies', past: 'lain' }

export const explanation = relation(
  'explanation',
  (refs) => ({
    /** What is explained, and the fact that tells of it. */
    of: refs.noun,
    explains: refs.fact,
    above_all: refs.noun.optional(),
    reason: refs.noun,
    where: refs.text.optional(),
  }),
  (fact, { of, explains, above_all, reason, where }) => {
    const explained = `${brief(of)} of ${disease(fact)}`
    const because = words(full(reason), where)
    const emphasis = above_all === undefined ? '' : `, above all of ${full(above_all)}`
    const site =
      where === undefined
        ? []
        : [
            asks(
              'where',
              askBoth(fact, [
                `where ${asked(`the ${brief(reason)}`, reason.count, lie, undefined)} that is given as the cause of ${explained}${emphasis}`,
                `at which site ${asked(`the ${brief(reason)}`, reason.count, lie, undefined)} that is given as the origin of ${explained}${emphasis}`,
              ]),
              capital(where),
              [explains],
            ),
          ]
    return {
      statement: tell(fact, `${because} is given as the cause of ${explained}${emphasis}`),
      notes: [
        note('explanation', [
          asks(
            'why',
            askBoth(fact, [
              `what is given as the cause of ${explained}${emphasis}`,
              `what is given as the origin of ${explained}${emphasis}`,
            ]),
            capital(because),
            [explains],
          ),
          ...site,
        ]),
      ],
      explains: [explains],
      step: stepOf(of),
    }
  },
)
