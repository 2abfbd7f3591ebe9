// How a disease comes about: its cause, what the cause acts on, what follows, and the mechanism as a whole.

import { z } from 'zod'
import { asked, capital, is, isAsked, said, statement, type Verb } from '../english.ts'
import { answer, brief, full, pronoun, which, type Noun } from '../noun.ts'
import {
  askBoth,
  asks,
  disease,
  hides,
  note,
  relation,
  stepOf,
  tell,
  type Common,
  type NoteDraft,
  type Step,
  type Written,
} from '../relation.ts'

const causes: Verb = { base: 'cause', third: 'causes', past: 'caused' }
const resultIn: Verb = { base: 'result in', third: 'results in', past: 'resulted in' }
const come: Verb = { base: 'come', third: 'comes', past: 'come' }
const lead: Verb = { base: 'lead', third: 'leads', past: 'led' }
const follow: Verb = { base: 'follow', third: 'follows', past: 'followed' }
const have: Verb = { base: 'have', third: 'has', past: 'had' }
const do_: Verb = { base: 'do', third: 'does', past: 'done' }

export const cause = relation(
  'cause',
  (refs) => ({ cause: refs.noun }),
  (fact, { cause }) => ({
    statement: tell(fact, `${disease(fact)} ${is(fact.about.count, 'caused', fact.hedge)} by ${full(cause)}`),
    notes: [
      note('cause', [
        asks(
          'cause',
          askBoth(fact, [
            `${which(cause)} ${said(cause.count, causes, fact.hedge)} ${disease(fact)}`,
            `by ${which(cause)} ${isAsked(disease(fact), fact.about.count, 'caused', fact.hedge)}`,
          ]),
          answer(cause),
        ),
      ]),
    ],
    step: stepOf(cause),
  }),
)

export const action = relation(
  'action',
  (refs) => ({ agent: refs.noun, verb: refs.verb, target: refs.noun }),
  (fact, { agent, verb, target }) => {
    const subject = disease(fact)
    const does = said(agent.count, verb, fact.hedge)
    const sentence = (text: string) => `in ${subject}, ${full(agent)} ${does} ${text}`
    const targets = askBoth(fact, [
      `${which(target)} ${asked(brief(agent), agent.count, verb, fact.hedge)} in ${subject}`,
      `in ${subject}, ${which(target)} ${is(target.count, verb.past, fact.hedge)} by ${brief(agent)}`,
    ])
    const agents = askBoth(fact, [
      `${which(agent)} ${does} ${brief(target)} in ${subject}`,
      `in ${subject}, by ${which(agent)} ${isAsked(brief(target), target.count, verb.past, fact.hedge)}`,
    ])
    return {
      statement: tell(fact, sentence(full(target))),
      notes: [
        note('action', [
          asks('target', targets, answer(target)),
          asks('agent', agents, answer(agent)),
          ...hides(fact, 'target:gap', target, sentence),
        ]),
      ],
      ...(verb.noun === undefined ? {} : { step: actStep(verb.noun, target) }),
    }
  },
)

/** "invasion of the {{chondrocyte}}" */
function actStep(act: string, target: Noun): Step {
  const { said, gapped, gap } = stepOf(target)
  return { said: `${act} of ${said}`, gapped: `${act} of ${gapped}`, gap }
}

type Process = { agent: Noun; verb: Verb & { noun: string }; target: Noun; through: string[] }

/** "invasion of the arch by the K virus" */
function processOf({ agent, verb, target }: Process): string {
  return `${verb.noun} of ${brief(target)} by ${brief(agent)}`
}

export const consequence = relation(
  'consequence',
  (refs) => ({
    /** What leads to the result; left out, it is the disease itself. */
    of: z
      .strictObject({
        agent: refs.noun,
        verb: refs.verb.refine((verb) => verb.noun !== undefined, 'This verb needs a “noun” that names the act.'),
        target: refs.noun,
        through: z.array(refs.fact).min(1),
      })
      .transform(({ verb, ...rest }): Process => ({ ...rest, verb: { ...verb, noun: verb.noun ?? verb.base } }))
      .optional(),
    result: refs.noun,
  }),
  (fact, { of, result }) => (of === undefined ? resultOfDisease(fact, result) : resultOfProcess(fact, of, result)),
)

function resultOfDisease(fact: Common, result: Noun): Written {
  const { count } = fact.about
  const sentence = (text: string) => `${disease(fact)} ${said(count, resultIn, fact.hedge)} ${text}`
  return {
    statement: tell(fact, sentence(full(result))),
    notes: [
      note('consequence', [
        asks(
          'result',
          askBoth(fact, [
            `${which(result)} ${asked(disease(fact), count, resultIn, fact.hedge)}`,
            `to ${which(result)} ${asked(disease(fact), count, lead, fact.hedge)}`,
          ]),
          answer(result),
        ),
        ...hides(fact, 'result:gap', result, sentence),
      ]),
    ],
    step: stepOf(result),
    clue: () => ({ as: 'sign', text: full(result) }),
  }
}

function resultOfProcess(fact: Common, of: Process, result: Noun): Written {
  const within = `in ${disease(fact)}, `
  const process = processOf(of)
  return {
    statement: tell(fact, `${within}${process} ${said('one', resultIn, fact.hedge)} ${full(result)}`),
    notes: [
      note('consequence', [
        asks(
          'result',
          askBoth(fact, [
            `${within}which consequence ${asked(process, 'one', have, fact.hedge)}`,
            `what ${said('one', follow, fact.hedge)} from ${process} in ${disease(fact)}`,
          ]),
          answer(result),
        ),
        asks(
          'origin',
          askBoth(fact, [
            `${within}which process ${said('one', resultIn, fact.hedge)} ${brief(result)}`,
            `${within}from which process ${asked(brief(result), result.count, come, fact.hedge)}`,
          ]),
          capital(process),
        ),
      ]),
      mechanism(fact, of, result),
    ],
    step: stepOf(result),
  }
}

/** The chain from cause to result, asked for what lies between and, by its features, for the disease. */
function mechanism(fact: Common, of: Process, result: Noun): NoteDraft {
  const acts = said(of.agent.count, of.verb, undefined)
  const how = askBoth(fact, [
    `how ${asked(brief(of.agent), of.agent.count, lead, fact.hedge)} to ${brief(result)} in ${disease(fact)}`,
    `what ${asked(brief(of.agent), of.agent.count, do_, fact.hedge)} in ${disease(fact)} that leads to ${brief(result)}`,
  ])
  const features = askBoth(fact, [
    `in which disease ${asked(processOf(of), 'one', lead, fact.hedge)} to ${brief(result)}`,
    `${brief(result)} ${said(result.count, follow, fact.hedge)} from ${processOf(of)} in which disease`,
  ])
  return {
    ...note('mechanism', [
      asks('how', how, statement(`${pronoun(of.agent)} ${acts} ${full(of.target)}`)),
      asks('disease', features, answer(fact.about)),
    ]),
    alsoFacts: of.through,
    after: [...of.through, fact.id],
  }
}
