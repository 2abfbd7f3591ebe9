// Where the lesions of a disease lie, and how much of a feature they show.

import { z } from 'zod'
import { asked, be, capital, is, isAsked, joined, numeral, said, words, type Count, type Hedge, type Verb } from '../english.ts'
import { listNote } from '../list.ts'
import { answer, brief, full, which } from '../noun.ts'
import { askBoth, asks, disease, note, relation, tell } from '../relation.ts'

const harbor: Verb = { base: 'harbor', third: 'harbors', past: 'harbored' }

export const site = relation(
  'site',
  (refs) => ({
    /** What lies there, such as the lesions of the disease. */
    what: refs.noun,
    test: refs.noun.optional(),
    /** As the source has it: "common" is not "most common". */
    frequency: refs.text.default('seen'),
    preposition: refs.text,
    site: refs.oneOrMore,
    joint: refs.joint.default('or'),
    /** A site that the source has named before, and the fact that names it. */
    besides: z.strictObject({ site: refs.noun, fact: refs.fact }).optional(),
    category: refs.text.default('sites'),
  }),
  (fact, { what, test, frequency, preposition, site, joint, besides, category }) => {
    const things = `${brief(what)} of ${disease(fact)}`
    const also = besides && 'also'
    const seen = words(frequency, test && `on ${brief(test)}`)
    const head = besides === undefined ? '' : `besides ${brief(besides.site)}, `
    const sentence = (text: string) => `${head}${things} ${is(what.count, words(seen, preposition, text), fact.hedge, also)}`
    const are = isAsked(words(things, also), what.count, seen, fact.hedge)
    const [only, ...more] = site
    // A site that is merely seen can be the subject of its question; "common" says more than "harbors" would.
    const another = (count: Count, what_: string, kind: string) => {
      if (frequency !== 'seen')
        return `${head}what ${be(count)} the ${kind} ${preposition} which ${things} ${is(what.count, words(also, seen), fact.hedge)}`
      const beside = besides === undefined ? '' : `, besides ${brief(besides.site)},`
      return words(`${what_}${beside}`, harbors(count, fact.hedge, also), things, test && `on ${brief(test)}`)
    }
    const drafted =
      only !== undefined && more.length === 0
        ? note('site', [
            asks(
              'site',
              askBoth(fact, [`${head}${preposition} ${which(only)} ${are}`, another('one', which(only), only.kind ?? 'place')]),
              answer(only),
            ),
          ])
        : listNote({
            fact,
            form: 'site',
            items: site,
            whole: askBoth(fact, [
              `${head}${preposition} which ${numeral(site.length)} ${category} ${are}`,
              another('many', `which ${numeral(site.length)} ${category}`, `${numeral(site.length)} ${category}`),
            ]),
            around: sentence,
            joint,
          })
    const restsOn = besides === undefined ? [] : [besides.fact]
    return {
      statement: tell(fact, sentence(joined(site.map(full), joint))),
      notes: [{ ...drafted, cards: drafted.cards.map((card) => ({ ...card, alsoFacts: restsOn })) }],
      clue: (item) => {
        if (item === undefined ? site.length > 1 : !site.includes(item)) return null
        const where = words(test && `on ${brief(test)}`, preposition, brief(item ?? site[0] ?? what))
        return { as: 'result', text: `${brief(what)} ${be(what.count)} seen ${where}` }
      },
    }
  },
)

/** "may also harbor" */
function harbors(count: Count, hedge: Hedge, also: string | undefined): string {
  return hedge === undefined ? words(also, said(count, harbor, undefined)) : said(count, { ...harbor, base: words(also, 'harbor') }, hedge)
}

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
    const of = amount.before.endsWith(' of') ? ' of' : ''
    return {
      statement: tell(fact, `${holder} ${said(who.count, verb, fact.hedge)} ${amount.before} ${brief(what)}`),
      notes: [
        note('extent', [
          asks(
            'amount',
            askBoth(fact, [
              `how much${of} ${brief(what)} ${asked(holder, who.count, verb, fact.hedge)}`,
              `what ${of === '' ? 'degree' : 'share'} of ${brief(what)} ${asked(holder, who.count, verb, fact.hedge)}`,
            ]),
            capital(amount.alone),
          ),
        ]),
      ],
      clue: () => ({ as: 'result', text: `${brief(who)} ${said(who.count, verb, undefined)} ${amount.before} ${brief(what)}` }),
      tells: (feature) => (feature === what ? amount.alone : null),
    }
  },
)
