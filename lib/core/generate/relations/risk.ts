// Who is at risk: what predisposes to a disease, which of it most, and what such a thing is used for.

import { asked, be, is, isAsked, joined, numeral, said, words, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, glossFact, pronoun, which, type Noun } from '../noun.ts'
import { askBoth, asks, disease, hasKind, note, relation, tell, type Clue } from '../relation.ts'

/** "a patient after splenectomy" */
function setting(noun: Noun): Clue {
  return { as: 'setting', text: words(noun.patient ?? 'with', brief(noun)) }
}

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
          fact,
          form: 'risk',
          items,
          whole: askBoth(fact, [`which ${number} ${category} ${does}`, `what are the ${number} ${category} that ${does}`]),
          around: (shown) => `${category} that ${does}: ${shown}`,
          joint: 'and',
        }),
      ],
      clue: (item) => (item !== undefined && items.includes(item) ? setting(item) : null),
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
    const matter: Verb = { base: 'matter most', third: 'matters most', past: 'mattered most' }
    return {
      statement: tell(fact, `${class_}, ${rank} ${be(foremost.count)} ${full(foremost)}`),
      notes: [
        note('foremost-risk', [
          asks('foremost', askBoth(fact, [`${class_}, which is ${rank}`, `${class_}, which one matters most`]), answer(foremost)),
          asks(
            'class',
            askBoth(fact, [
              `${brief(foremost)} ${be(foremost.count)} ${rank} of which class of agents that ${predisposing}`,
              `within which class of agents that ${predisposing} ${asked(brief(foremost), foremost.count, matter, undefined)}`,
            ]),
            answer(among),
          ),
        ]),
      ],
      clue: () => setting(foremost),
    }
  },
)

export const use = relation(
  'use',
  (refs) => ({ treatment: refs.noun, against: refs.noun }),
  (fact, { treatment, against }) => {
    const also = glossFact(treatment)
    const name = treatment.gloss === undefined ? brief(treatment) : pronoun(treatment)
    const given = isAsked(name, treatment.count, 'given', fact.hedge)
    const forward = askBoth(fact, [`${which(against)} ${given} for`, `against ${which(against)} ${given}`], treatment)
    const gloss = treatment.gloss === undefined ? '' : ` that ${treatment.gloss.text}`
    const back = askBoth(fact, [
      `${which(treatment)}${gloss} ${is(treatment.count, 'given', fact.hedge)} for ${brief(against)}`,
      `patients with ${brief(against)} ${is('many', 'given', fact.hedge)} ${which(treatment)}${gloss}`,
    ])
    const backward = hasKind(treatment) ? [asks('treatment', back, answer(treatment), also)] : []
    return {
      statement: tell(fact, `${full(treatment)} ${is(treatment.count, 'given', fact.hedge)} for ${full(against)}`),
      notes: [note('use', [asks('against', forward, answer(against), also), ...backward])],
      clue: () => ({ as: 'setting', text: `given ${brief(treatment)} for ${brief(against)}` }),
    }
  },
)
