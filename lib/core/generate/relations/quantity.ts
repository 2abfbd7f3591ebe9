// A measure and its value, with the bound that the source sets.

import { z } from 'zod'
import { asked, capital, is, isAsked, words, type Verb } from '../english.ts'
import { brief, gap, type Noun } from '../noun.ts'
import { askBoth, asks, cloze, disease, note, relation, tell, type Common } from '../relation.ts'
import { scopeAsked } from './scope.ts'

const have: Verb = { base: 'have', third: 'has', past: 'had' }
const lie: Verb = { base: 'lie', third: 'lies', past: 'lain' }

const bounds = ['as high as', 'up to', 'as low as', 'at least', 'at most', 'more than', 'less than', 'about'] as const

export const quantity = relation(
  'quantity',
  (refs) => ({ measure: refs.noun, bound: z.enum(bounds).optional(), value: refs.text, unit: refs.text.optional() }),
  (fact, { measure, bound, value, unit }) => {
    const sentence = (text: string) => `in ${disease(fact)}, ${brief(measure)} ${is(measure.count, words(bound, text), fact.hedge)}`
    const quantity = words(value, unit)
    const how = bound === 'as high as' || bound === 'as low as' ? `how ${bound.slice(3, -3)}` : 'what'
    const hint = quantity.endsWith('%') ? 'what percentage' : 'what value'
    const approximate = bound === undefined || bound === 'about'
    const amounts = isAsked(brief(measure), measure.count, words(bound, quantity), fact.hedge)
    const whose = (about: string) => `in ${about} ${amounts}`
    const fronts = askBoth(fact, approximate ? valueAsked(fact, measure) : boundAsked(fact, measure, how))
    // Without a bound, its sentence would only turn the question around.
    const gaps = approximate ? [] : [cloze('value:gap', tell(fact, sentence(gap(quantity, hint))), quantity)]
    return {
      statement: tell(fact, sentence(quantity)),
      notes: [
        note('quantity', [
          asks('value', fronts, capital(words(bound, quantity))),
          ...gaps,
          ...scopeAsked(fact, { ofKind: whose, ofAny: whose, follows: amounts }),
        ]),
      ],
      clue: () => ({ as: 'result', text: `${brief(measure)} ${is(measure.count, words(bound, quantity), undefined)}` }),
      tells: (feature) => (feature === measure ? is(measure.count, words(bound, quantity), fact.hedge) : null),
    }
  },
)

function valueAsked(fact: Common, measure: Noun): readonly [string, string] {
  const plain = isAsked(brief(measure), measure.count, '', fact.hedge)
  if (fact.hedge === undefined) return [`in ${disease(fact)}, what ${plain}`, `how large ${plain} in ${disease(fact)}`]
  return [`in ${disease(fact)}, what value ${asked(brief(measure), measure.count, have, fact.hedge)}`, `what ${plain} in ${disease(fact)}`]
}

function boundAsked(fact: Common, measure: Noun, how: string): readonly [string, string] {
  const range = `in what range ${asked(brief(measure), measure.count, lie, fact.hedge)} in ${disease(fact)}`
  return [`in ${disease(fact)}, ${how} ${isAsked(brief(measure), measure.count, '', fact.hedge)}`, range]
}
