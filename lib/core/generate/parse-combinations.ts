// What a fact base says of its facts together: which explain which, and how they are combined.

import { combinationSchema, type RawBase } from './base-schema.ts'
import { idsOf, type Combination } from './combination.ts'
import { combinings } from './combinations.ts'
import type { Fact } from './fact-base.ts'
import type { Lines } from './lines.ts'
import { factRef, type Refs } from './refs.ts'

/** Explanations that a relation gives stand in the facts that it explains. */
export function explained(facts: readonly Fact[]): readonly Fact[] {
  const by = new Map<string, string[]>()
  for (const fact of facts) {
    for (const id of fact.write().explains ?? []) by.set(id, [...(by.get(id) ?? []), fact.id])
  }
  return facts.map((fact) => ({ ...fact, explainedBy: [...new Set([...fact.explainedBy, ...(by.get(fact.id) ?? [])])] }))
}

export function readCombinations(
  { combinations, topics }: RawBase,
  facts: readonly Fact[],
  refs: Refs,
  lines: Lines,
): readonly Combination[] {
  const parts = { ...refs, combined: factRef(facts) }
  const seen = new Set<string>()
  return combinations.flatMap((raw, index) => {
    const head = combinationSchema.safeParse(raw)
    if (!head.success) {
      lines.addIssues(head.error, ['combinations', index])
      return []
    }
    const { relation, topic, ...fields } = head.data
    const combining = combinings.get(relation)
    if (combining === undefined) lines.add(['combinations', index, 'relation'], `Facts are not combined by “${relation}”.`)
    if (!topics.includes(topic)) lines.add(['combinations', index, 'topic'], `There is no topic “${topic}” in this base.`)
    const read = combining?.read(fields, parts)
    if (read === undefined) return []
    if (!read.ok) {
      lines.addIssues(read.error, ['combinations', index])
      return []
    }
    const { combined } = read
    const names = combined.cards.map(({ key }) => `${relation} ${idsOf(combined).join(' ')} ${key}`)
    if (names.some((name) => seen.has(name))) lines.add(['combinations', index], 'These facts are combined in this way already.')
    for (const name of names) seen.add(name)
    return [{ ...combined, relation, topic }]
  })
}
