// A chain of facts from a first cause to a last consequence: asked whole, and step by step. The facts are put together here, so that
// the source is named as the one who says so.

import { z } from 'zod'
import { capital, leastSure, numeral, question, said, statement, type Verb } from '../english.ts'
import { combining } from '../combination.ts'
import { cloze, disease, type Draft } from '../relation.ts'

const lead: Verb = { base: 'lead', third: 'leads', past: 'led' }
const come: Verb = { base: 'come', third: 'comes', past: 'come' }
const gapWithoutHint = /\{\{c1::([^:}]+)\}\}/

export const chain = combining(
  'chain',
  (parts) => ({
    /** In the order of events; the first and the last are what the question names. */
    facts: z.array(parts.combined).min(4),
  }),
  ({ facts }) => {
    const steps = facts.map((fact) => fact.write().step)
    const missing = steps.indexOf(undefined)
    if (missing !== -1) return { fault: `Fact “${facts[missing]?.id}” is no step of a chain.`, path: ['facts', missing] }
    const [first, ...rest] = steps.flatMap((step) => step ?? [])
    const last = rest.at(-1)
    const own = facts.at(-1)
    if (first === undefined || last === undefined || own === undefined) return { fault: 'A chain needs steps.', path: ['facts'] }
    // A chain is no surer than its least sure fact.
    const hedge = leastSure(facts.map((fact) => fact.hedge))
    const within = `in ${disease(own)}, `
    const between = rest.slice(0, -1)
    const ends = `from ${first.said} to ${last.said}`
    const whole: Draft = {
      key: 'whole',
      kind: 'list',
      fronts: [
        question(`${within}which ${numeral(between.length)} steps does the source say ${said('many', lead, hedge)}, in order, ${ends}`),
        question(`${within}what does the source say ${said('one', come, hedge)}, step by step, between ${first.said} and ${last.said}`),
      ],
      back: between.map((step, index) => `${index + 1}. ${capital(step.said)}`).join('\n'),
      alsoFacts: [],
    }
    const items = between.map((step, at) => {
      const shown = between.map((other, index) =>
        index === at ? other.gapped.replace(gapWithoutHint, '{{c1::$1::which step}}') : other.said,
      )
      const front = `${within}the steps that ${said('many', lead, hedge)} ${ends}, as the source gives them: ${shown.join(', then ')}`
      return cloze(`item:${facts[at + 1]?.id}`, statement(front), step.gap)
    })
    return { facts, own: null, cards: [whole, ...items] }
  },
)
