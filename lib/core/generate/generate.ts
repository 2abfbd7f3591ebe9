// A fact base becomes a deck: each relation writes its notes, and every note and card gets the id that it will always have.

import { noteIdOf } from '../derived-id.ts'
import type { NoteId } from '../ids.ts'
import { idsOf, type Combination } from './combination.ts'
import type { Fact, FactBase } from './fact-base.ts'
import type { GeneratedBase, GeneratedCard, GeneratedNote } from './generated.ts'
import type { Draft, NoteDraft, Written } from './relation.ts'

/** Pure: the same base gives the same deck. Notes come topic by topic, within a topic as the facts stand, then what combines them. */
export function generateBase(base: FactBase): GeneratedBase {
  const { id, title, citation, version } = base
  const writer = new Writer(base)
  const notes = base.topics.flatMap((topic) => [
    ...base.facts.filter((fact) => fact.topic === topic).flatMap((fact) => writer.notesOf(fact)),
    ...base.combinations.filter((one) => one.topic === topic).map((one) => writer.combinedNote(one)),
  ])
  return {
    id,
    title,
    citation,
    version,
    facts: base.facts.map((fact) => {
      const { statement } = writer.written(fact.id)
      return { id: fact.id, topic: fact.topic, statement, citation: fact.citation, year: fact.year }
    }),
    notes: joinedById(notes),
  }
}

/** More than this explains nothing in a glance. */
const EXPLANATIONS = 2

class Writer {
  readonly #facts: ReadonlyMap<string, Fact>
  readonly #written = new Map<string, Written>()

  constructor(private readonly base: FactBase) {
    this.#facts = new Map(base.facts.map((fact) => [fact.id, fact]))
    for (const fact of base.facts) this.#written.set(fact.id, fact.write())
  }

  written(id: string): Written {
    const written = this.#written.get(id)
    if (written === undefined) throw new Error(`Fact ${id} is not in the base ${this.base.id}.`)
    return written
  }

  notesOf(fact: Fact): readonly GeneratedNote[] {
    if (fact.noCard !== undefined) return []
    return this.written(fact.id).notes.map((draft) => ({
      guid: this.#guid(fact.id, draft),
      form: draft.form,
      kind: draft.kind,
      facts: [...draft.alsoFacts, fact.id],
      own: fact.id,
      waitsFor: this.#primaries(draft.after),
      topic: fact.topic,
      cards: draft.cards.map((card) => this.#card(card, [...draft.alsoFacts, fact.id], [fact.id])),
    }))
  }

  combinedNote(combination: Combination): GeneratedNote {
    const facts = idsOf(combination)
    const { relation, topic, own, cards } = combination
    return {
      guid: noteIdOf(this.base.id, facts, relation),
      form: relation,
      kind: cards[0]?.kind ?? 'question',
      facts,
      own: own?.id ?? null,
      waitsFor: this.#primaries(facts),
      topic,
      cards: cards.map((card) => this.#card(card, facts, own === null ? facts : [own.id])),
    }
  }

  #guid(fact: string, { alsoFacts, form }: NoteDraft): NoteId {
    return noteIdOf(this.base.id, [...alsoFacts, fact], form)
  }

  /** The notes that ask for these facts themselves; a fact without a card is waited for by nobody. */
  #primaries(facts: readonly string[]): readonly NoteId[] {
    return facts.flatMap((id) => {
      const [first] = this.#facts.get(id)?.noCard === undefined ? this.written(id).notes : []
      return first === undefined ? [] : [this.#guid(id, first)]
    })
  }

  #card({ key, kind, fronts, back, alsoFacts }: Draft, noteFacts: readonly string[], explained: readonly string[]): GeneratedCard {
    const facts = [...new Set([...noteFacts, ...alsoFacts])]
    const by = new Set(explained.flatMap((id) => this.#facts.get(id)?.explainedBy ?? []).filter((id) => !facts.includes(id)))
    const why = [...by].slice(0, EXPLANATIONS)
    const text = why.map((id) => this.written(id).statement).join(' ')
    return { key, kind, facts, fronts, back, why: why.length === 0 ? null : { text, facts: why } }
  }
}

/** Cards that rest on the same facts in the same way are siblings. */
function joinedById(notes: readonly GeneratedNote[]): readonly GeneratedNote[] {
  const byId = new Map<NoteId, GeneratedNote>()
  for (const note of notes) {
    const known = byId.get(note.guid)
    byId.set(note.guid, known === undefined ? note : { ...known, cards: [...known.cards, ...note.cards] })
  }
  return [...byId.values()]
}
