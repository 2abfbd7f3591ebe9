// Two diseases, or two cases of one, side by side: what their facts say of the same feature.

import { z } from 'zod'
import { asked, capital, numeral, question, words, type Verb } from '../english.ts'
import { combining, type Fault } from '../combination.ts'
import type { Fact } from '../fact-base.ts'
import { bare, brief, type Noun } from '../noun.ts'
import { disease, type Draft } from '../relation.ts'

const differ: Verb = { base: 'differ', third: 'differs', past: 'differed' }

type Side = { name: string; says: string }
type Row = { feature: Noun; sides: readonly [Side, Side] }

export const contrast = combining(
  'contrast',
  (parts) => ({
    facts: z.array(parts.combined).min(2),
    features: z.array(parts.noun).min(1),
    /** The test that shows the features. */
    test: parts.noun.optional(),
  }),
  ({ facts, features, test }) => {
    const rows: Row[] = []
    for (const [index, feature] of features.entries()) {
      const row = rowOf(feature, facts)
      if (row === null)
        return {
          fault: `“${bare(feature)}” needs two of these facts, each of another disease or case.`,
          path: ['features', index],
        } satisfies Fault
      rows.push(row)
    }
    const on = test === undefined ? '' : `on ${brief(test)}`
    return {
      facts,
      own: facts.at(-1) ?? null,
      cards: [...rows.map((row) => featureCard(row, on)), ...wholeCard(rows, on)],
    }
  },
)

function rowOf(feature: Noun, facts: readonly Fact[]): Row | null {
  const sides = facts.flatMap((fact): readonly Side[] => {
    const says = fact.write().tells?.(feature) ?? null
    return says === null ? [] : [{ name: disease(fact), says }]
  })
  const [one, other, ...more] = sides
  if (one === undefined || other === undefined || more.length > 0 || one.name === other.name) return null
  return { feature, sides: [one, other] }
}

function featureCard({ feature, sides: [one, other] }: Row, on: string): Draft {
  const name = words(brief(feature), on)
  return {
    key: `feature:${feature.id}`,
    kind: 'list',
    fronts: [
      question(`how ${asked(name, feature.count, differ, undefined)} between ${one.name} and ${other.name}`),
      question(`what sets ${other.name} apart from ${one.name} in ${name}`),
    ],
    back: [one, other].map(({ name: side, says }) => `- ${capital(side)}: ${says}`).join('\n'),
    alsoFacts: [],
  }
}

/** All features at once, as a table. */
function wholeCard(rows: readonly Row[], on: string): readonly Draft[] {
  const [first] = rows
  if (first === undefined || rows.length < 2) return []
  const [one, other] = first.sides.map((side) => side.name)
  const findings = `${numeral(rows.length)} findings`
  const lines = rows.map(({ feature, sides }) => `| ${capital(brief(feature))} | ${sides.map((side) => side.says).join(' | ')} |`)
  return [
    {
      key: 'whole',
      kind: 'list',
      fronts: [
        question(words('in which', findings, on, 'do', one, 'and', other, 'differ')),
        question(words('side by side, which', findings, on, 'tell', other, 'from', one)),
      ],
      back: [`| Feature | ${capital(one ?? '')} | ${capital(other ?? '')} |`, '| --- | --- | --- |', ...lines].join('\n'),
      alsoFacts: [],
    },
  ]
}
