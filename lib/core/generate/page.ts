// A deck as a page of docs/decks.md: every fact with its sentence and its cards, so that a person can read the whole deck.

import { combinings } from './combinations.ts'
import type { FactBase } from './fact-base.ts'
import type { GeneratedBase, GeneratedNote } from './generated.ts'
import { reportOf } from './report.ts'

type Report = ReturnType<typeof reportOf>
type Card = Report['notes'][number]['cards'][number]

/** Markdown, from the heading of the deck down. */
export function pageOf(base: FactBase, generated: GeneratedBase): string {
  const { notes, base: head, lint, coverage } = reportOf(base, generated)
  const cards = new Map(notes.map((note) => [note.guid, note.cards]))
  const count = notes.flatMap((note) => note.cards).length
  const blocks = [
    `## ${head.title}`,
    `Version ${head.version}: ${count} cards of ${coverage.covered.length} of ${coverage.facts} facts, ${lint.errors.length} errors.`,
    `Source: ${head.citation}`,
    'Education, not advice: each card says what its source says.',
  ]
  const topics = base.topics.flatMap((topic) => {
    const inTopic = generated.notes.filter((note) => note.topic === topic)
    const combined = inTopic.filter((note) => combinings.has(note.form)).flatMap((note) => cards.get(note.guid) ?? [])
    return [
      `### ${topic}`,
      ...generated.facts.filter((fact) => fact.topic === topic).flatMap((fact) => factBlocks(fact, inTopic, cards)),
      ...(combined.length === 0 ? [] : ['**Facts combined**', combined.map(cardLine).join('\n')]),
    ]
  })
  return `${[...blocks, ...topics].join('\n\n')}\n`
}

function factBlocks(
  fact: GeneratedBase['facts'][number],
  notes: readonly GeneratedNote[],
  cards: ReadonlyMap<string, readonly Card[]>,
): readonly string[] {
  const own = notes.filter((note) => note.own === fact.id && !combinings.has(note.form))
  const lines = own.flatMap((note) => cards.get(note.guid) ?? []).map(cardLine)
  return [`**Fact ${fact.id}.** ${fact.statement}`, ...(lines.length === 0 ? [] : [lines.join('\n')])]
}

function cardLine({ fronts, back, facts, why }: Card): string {
  const answer = back.text.replaceAll('\n', '; ').replaceAll('\t', ' · ')
  const because = why === null ? '' : ` Why (fact ${why.facts.join(', ')}): ${why.text}`
  const [front, ...others] = fronts.map(({ text }) => text)
  return [`- ${front}`, ...others.map((other) => `  or: ${other}`), `  **${answer}** (fact ${facts.join(', ')})${because}`].join('\\\n')
}
