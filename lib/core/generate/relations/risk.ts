// Who is at risk: what predisposes to a disease, which of it most, and what such a thing is used for.

import { be, is, isAsked, joined, numeral, said, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, glossFact, pronoun, which } from '../noun.ts'
import { ask, asks, disease, hasKind, note, relation, tell } from '../relation.ts'

const predispose: Verb = { base: 'predispose', third: 'predisposes', past: 'predisposed' }

export const risk = relation(
  'risk',
  (refs) => ({ category: refs.text, items: refs.items }),
  (fact, { category, items }) => {
    const number = numeral(items.length)
    const does = `${said('many', predispose, fact.hedge)} to ${disease(fact)}`
    return {
      statement: tell(fact, `${number} ${category} ${does}: ${joined(items.map(full), 'and')}`),
      notes: [
        listNote({
          form: 'risk',
          items,
          whole: ask(fact, `which ${number} ${category} ${does}`),
          around: (shown) => `${category} that ${does}: ${shown}`,
          joint: 'and',
        }),
      ],
    }
  },
)

export const foremostRisk = relation(
  'foremost-risk',
  (refs) => ({ among: refs.noun, foremost: refs.noun }),
  (fact, { among, foremost }) => {
    const predisposing = `${said(among.count, predispose, fact.hedge)} to ${disease(fact)}`
    const class_ = `among ${brief(among)} that ${predisposing}`
    const rank = 'the most significant'
    return {
      statement: tell(fact, `${class_}, ${rank} ${be(foremost.count)} ${full(foremost)}`),
      notes: [
        note('foremost-risk', [
          asks('foremost', ask(fact, `${class_}, which is ${rank}`), answer(foremost)),
          asks(
            'class',
            ask(fact, `${brief(foremost)} ${be(foremost.count)} ${rank} of which class of agents that ${predisposing}`),
            answer(among),
          ),
        ]),
      ],
    }
  },
)

export const use = relation(
  'use',
  (refs) => ({ treatment: refs.noun, against: refs.noun }),
  (fact, { treatment, against }) => {
    const also = glossFact(treatment)
    const name = treatment.gloss === undefined ? brief(treatment) : pronoun(treatment)
    const forward = `${which(against)} ${isAsked(name, treatment.count, 'given', fact.hedge)} for`
    const gloss = treatment.gloss === undefined ? '' : ` that ${treatment.gloss.text}`
    const back = `${which(treatment)}${gloss} ${is(treatment.count, 'given', fact.hedge)} for ${brief(against)}`
    const backward = hasKind(treatment) ? [asks('treatment', ask(fact, back), answer(treatment), also)] : []
    return {
      statement: tell(fact, `${full(treatment)} ${is(treatment.count, 'given', fact.hedge)} for ${full(against)}`),
      notes: [note('use', [asks('against', ask(fact, forward, treatment), answer(against), also), ...backward])],
    }
  },
)
