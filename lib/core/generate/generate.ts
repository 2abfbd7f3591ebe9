// A fact base becomes a deck: each relation writes its notes, and every note and card gets the id that it will always have.

import { noteIdOf } from '../derived-id.ts'
import type { Fact, FactBase } from './fact-base.ts'
import type { GeneratedBase, GeneratedNote } from './generated.ts'
import type { NoteDraft } from './relation.ts'

/** Pure: the same base gives the same deck. Notes come topic by topic, and within a topic as the facts stand. */
export function generateBase(base: FactBase): GeneratedBase {
  const { id, title, citation, version } = base
  const facts = base.facts.map((fact) => ({ fact, written: fact.write() }))
  const inOrder = base.topics.flatMap((topic) => facts.filter(({ fact }) => fact.topic === topic))
  return {
    id,
    title,
    citation,
    version,
    facts: facts.map(({ fact, written }) => {
      return { id: fact.id, topic: fact.topic, statement: written.statement, citation: fact.citation, year: fact.year }
    }),
    notes: inOrder.flatMap(({ fact, written }) => {
      return fact.noCard === undefined ? written.notes.map((draft) => noteOf(base.id, fact, draft)) : []
    }),
  }
}

function noteOf(baseId: string, fact: Fact, { form, kind, alsoFacts, cards }: NoteDraft): GeneratedNote {
  const facts = [...alsoFacts, fact.id]
  return {
    guid: noteIdOf(baseId, facts, form),
    form,
    kind,
    facts,
    topic: fact.topic,
    cards: cards.map(({ key, kind, fronts, back, alsoFacts }) => {
      return { key, kind, facts: [...new Set([...facts, ...alsoFacts])], fronts, back, why: null }
    }),
  }
}
