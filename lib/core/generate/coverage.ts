// Which facts of a base its cards ask for, and why the others are left out.

import type { FactBase } from './fact-base.ts'
import type { GeneratedBase } from './generated.ts'

export type Coverage = { facts: number; covered: readonly string[]; uncovered: readonly { id: string; reason: string }[] }

/** A fact is covered by a card of a note that asks for it; one that a card merely mentions is not. */
export function coverageOf(base: FactBase, generated: GeneratedBase): Coverage {
  const asked = new Set(generated.notes.filter((note) => note.cards.length > 0).map((note) => note.own))
  const uncovered = base.facts.filter((fact) => !asked.has(fact.id))
  return {
    facts: base.facts.length,
    covered: base.facts.filter((fact) => asked.has(fact.id)).map((fact) => fact.id),
    uncovered: uncovered.map(({ id, noCard }) => ({ id, reason: noCard ?? 'No card is made of it, and the base does not say why.' })),
  }
}
