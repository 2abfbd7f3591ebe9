// How a disease is found: what tests show, where its lesions lie, how much they do, and what makes the diagnosis.

import { z } from 'zod'
import { asked, capital, is, isAsked, joined, numeral, said, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, gap, which, type Noun } from '../noun.ts'
import { ask, asks, disease, hasKind, hides, note, relation, tell, type Common } from '../relation.ts'

const show: Verb = { base: 'show', third: 'shows', past: 'shown' }

export const finding = relation(
  'finding',
  (refs) => ({ test: refs.noun, finding: refs.noun }),
  (fact, { test, finding }) => {
    const shows = said(test.count, show, fact.hedge)
    const sentence = (text: string) => `in ${disease(fact)}, ${brief(test)} ${shows} ${text}`
    const backward = hasKind(test)
      ? [asks('test', ask(fact, `${which(test)} ${shows} ${brief(finding)} in ${disease(fact)}`), answer(test))]
      : []
    return {
      statement: tell(fact, sentence(full(finding))),
      notes: [
        note('finding', [
          asks('finding', ask(fact, `${which(finding)} ${asked(brief(test), test.count, show, fact.hedge)} in ${disease(fact)}`), answer(finding)),
          ...backward,
          hides(fact, 'finding:gap', finding, sentence),
        ]),
      ],
    }
  },
)

export const findings = relation(
  'findings',
  (refs) => ({ test: refs.noun, category: refs.category, items: refs.items, joint: z.enum(['and', 'or']) }),
  (fact, { test, category, items, joint }) => {
    const sentence = (text: string) => `in ${disease(fact)}, ${brief(test)} ${said(test.count, show, fact.hedge)} ${text}`
    return {
      statement: tell(fact, sentence(joined(items.map(full), joint))),
      notes: [
        listNote({
          form: 'findings',
          items,
          whole: ask(fact, `which ${numeral(items.length)} ${category.many} ${asked(brief(test), test.count, show, fact.hedge)} in ${disease(fact)}`),
          around: (shown) => `${sentence(shown)}.`,
          joint,
        }),
      ],
    }
  },
)

export const site = relation(
  'site',
  (refs) => ({
    /** What lies there, such as the lesions of the disease. */
    what: refs.noun,
    test: refs.noun.optional(),
    /** "common" is not "most common": as the source has it. */
    frequency: refs.text.default('seen'),
    preposition: refs.text,
    site: refs.noun,
  }),
  (fact, { what, test, frequency, preposition, site }) => {
    const things = `${brief(what)} of ${disease(fact)}`
    const on = test === undefined ? '' : `on ${brief(test)}, `
    const sentence = (text: string) => `${on}${things} ${is(what.count, frequency, fact.hedge)} ${preposition} ${text}`
    return {
      statement: tell(fact, sentence(full(site))),
      notes: [
        note('site', [
          asks('site', ask(fact, `${on}${preposition} ${which(site)} ${isAsked(things, what.count, frequency, fact.hedge)}`), answer(site)),
          hides(fact, 'site:gap', site, sentence),
        ]),
      ],
    }
  },
)

export const otherSites = relation(
  'other-sites',
  (refs) => ({ what: refs.noun, besides: refs.noun, category: refs.category, preposition: refs.text, sites: refs.items, joint: z.enum(['and', 'or']) }),
  (fact, { what, besides, category, preposition, sites, joint }) => {
    const things = `${brief(what)} of ${disease(fact)}`
    const head = `besides ${brief(besides)}, `
    const sentence = (text: string) => `${head}${things} ${is(what.count, `seen ${preposition} ${text}`, fact.hedge)}`
    return {
      statement: tell(fact, sentence(joined(sites.map(full), joint))),
      notes: [
        listNote({
          form: 'other-sites',
          items: sites,
          whole: ask(fact, `${head}${preposition} which ${numeral(sites.length)} ${category.many} ${isAsked(things, what.count, 'seen', fact.hedge)}`),
          around: (shown) => `${sentence(shown)}.`,
          joint,
        }),
      ],
    }
  },
)

export const extent = relation(
  'extent',
  (refs) => ({
    /** Whose extent it is, such as the lesions or the survivors of the disease. */
    who: refs.noun,
    verb: refs.verb,
    /** The amount alone ("little to none") and before its noun ("little to no", "little of"). */
    amount: z.strictObject({ alone: refs.text, before: refs.text }),
    what: refs.noun,
  }),
  (fact, { who, verb, amount, what }) => {
    const holder = `${brief(who)} of ${disease(fact)}`
    const sentence = (text: string) => `${holder} ${said(who.count, verb, fact.hedge)} ${text} ${brief(what)}`
    const of = amount.before.endsWith(' of') ? ' of' : ''
    const hidden = of === '' ? amount.before : amount.before.slice(0, -of.length)
    return {
      statement: tell(fact, sentence(amount.before)),
      notes: [
        note('extent', [
          asks('amount', ask(fact, `how much${of} ${brief(what)} ${asked(holder, who.count, verb, fact.hedge)}`), capital(amount.alone)),
          { key: 'amount:gap', kind: 'cloze', front: tell(fact, sentence(gap(hidden, 'how much') + of)), back: hidden, alsoFacts: [] },
        ]),
      ],
    }
  },
)

export const diagnosis = relation(
  'diagnosis',
  (refs) => ({ from: refs.noun, together_with: refs.noun }),
  (fact, { from, together_with }) => {
    const sentence = (text: string) => `the diagnosis of ${disease(fact)} ${is('one', 'made', fact.hedge)} from ${full(from)} together with ${text}`
    return {
      statement: tell(fact, sentence(full(together_with))),
      notes: [
        note('diagnosis', [
          asks('basis', ask(fact, `which investigations together make the diagnosis of ${disease(fact)}`), capital(`${full(from)} together with ${full(together_with)}`)),
          hides(fact, 'together-with:gap', together_with, sentence),
          ...whenAsked(fact, from, together_with),
        ]),
      ],
    }
  },
)

function whenAsked(fact: Common, from: Noun, together_with: Noun) {
  if (fact.scope?.kind !== 'if') return []
  const made = isAsked(`the diagnosis of ${disease(fact)}`, 'one', 'made', fact.hedge)
  const front = capital(`in which situation ${made} from ${brief(from)} together with ${brief(together_with)}?`)
  return [asks('situation', front, capital(`if ${fact.scope.clause}`))]
}
