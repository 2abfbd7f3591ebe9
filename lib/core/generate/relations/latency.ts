// What is there without disease, in how many, and what must be so for it to do harm.

import { asked, capital, is, isAsked, said, type Verb } from '../english.ts'
import { brief, full, glossFact, pronoun } from '../noun.ts'
import { ask, askBoth, asks, note, relation, tell } from '../relation.ts'

const causes: Verb = { base: 'cause', third: 'causes', past: 'caused' }
const lead: Verb = { base: 'lead', third: 'leads', past: 'led' }

export const prevalence = relation(
  'prevalence',
  (refs) => ({ who: refs.noun.optional(), state: refs.text, share: refs.text, population: refs.noun }),
  (fact, { who = fact.about, state, share, population }) => {
    const name = who.gloss === undefined ? brief(who) : pronoun(who)
    const fronts = askBoth(
      fact,
      [
        `in what share of ${brief(population)} ${isAsked(name, who.count, state, fact.hedge)}`,
        `how large is the share of ${brief(population)} in which ${name} ${is(who.count, state, fact.hedge)}`,
      ],
      who,
    )
    return {
      statement: tell(fact, `${brief(who)} ${is(who.count, state, fact.hedge)} in ${share} of ${full(population)}`),
      notes: [note('prevalence', [asks('share', fronts, capital(share), glossFact(who))])],
    }
  },
)

export const prerequisite = relation(
  'prerequisite',
  (refs) => ({ agent: refs.noun, state: refs.text.optional(), effect: refs.noun, host: refs.noun, condition: refs.text }),
  (fact, { agent, state, effect, host, condition }) => {
    const while_ = state === undefined ? '' : `while ${state}, `
    const unless = `unless ${brief(host)} ${is(host.count, condition, undefined)}`
    const none = `${said(agent.count, causes, fact.hedge)} no ${brief(effect)}`
    const also = glossFact(agent)
    const unlessWhat = `unless ${brief(host)} ${is(host.count, 'in which state', undefined)}`
    const name = agent.gloss === undefined ? brief(agent) : pronoun(agent)
    const glossed = agent.gloss === undefined ? brief(agent) : `${brief(agent)}, which ${agent.gloss.text},`
    const conditions: readonly [string, string] = [
      ask(fact, `${while_}${name} ${none} ${unlessWhat}`, agent),
      ask(fact, `${while_}${glossed} ${said(agent.count, lead, fact.hedge)} to no ${brief(effect)} ${unlessWhat}`),
    ]
    const effects = askBoth(
      fact,
      [
        `what ${asked(name, agent.count, causes, fact.hedge)}${state === undefined ? '' : ` while ${state},`} ${unless}`,
        `${while_}to what ${asked(name, agent.count, lead, fact.hedge)} ${unless}`,
      ],
      agent,
    )
    return {
      statement: tell(fact, `${while_}${brief(agent)} ${none} ${unless}`),
      notes: [
        note('prerequisite', [
          asks('condition', conditions, capital(condition), also),
          asks('effect', effects, capital(`no ${brief(effect)}`), also),
        ]),
      ],
    }
  },
)
