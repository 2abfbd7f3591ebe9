// A built deck as one document: every card as text and as safe HTML, with the linter's findings and the coverage of the facts.

import type { NoteId } from '../ids.ts'
import { clozeText, plainText } from '../markup/plain.ts'
import { renderCloze, renderMarkup } from '../markup/render.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import type { FactBase } from './fact-base.ts'
import type { CardKind, GeneratedBase, GeneratedCard } from './generated.ts'
import { lintBase, type Lint } from './lint.ts'

export type Side = { text: string; html: string }
export type Explanation = Side & { facts: readonly string[] }

export type DeckReport = {
  base: Pick<GeneratedBase, 'id' | 'title' | 'citation' | 'version'>
  notes: readonly {
    guid: NoteId
    kind: CardKind
    facts: readonly string[]
    topic: string
    cards: readonly {
      key: string
      kind: CardKind
      facts: readonly string[]
      fronts: readonly Side[]
      back: Side
      why: Explanation | null
    }[]
  }[]
  lint: Lint
  coverage: Coverage
}

export function reportOf(base: FactBase, generated: GeneratedBase): DeckReport {
  const { id, title, citation, version, notes } = generated
  return {
    base: { id, title, citation, version },
    notes: notes.map(({ guid, kind, facts, topic, cards }) => ({ guid, kind, facts, topic, cards: cards.map(cardOf) })),
    lint: lintBase(base, generated),
    coverage: coverageOf(base, generated),
  }
}

function cardOf({ key, kind, facts, fronts, back, why }: GeneratedCard) {
  return {
    key,
    kind,
    facts,
    fronts: fronts.map((front) => ({ text: clozeText(front, { hidden: true }), html: renderCloze(front, { hidden: true }) })),
    back: { text: plainText(back), html: renderMarkup(back) },
    why: why && { text: plainText(why.text), html: renderMarkup(why.text), facts: why.facts },
  }
}
