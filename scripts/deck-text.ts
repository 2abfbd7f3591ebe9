// What `npm run deck` prints for a person: cards, findings, scores.

import type { FactBase } from '#lib/core/generate/fact-base.ts'
import type { Finding } from '#lib/core/generate/lint.ts'
import type { Score } from '#lib/core/generate/mutate.ts'
import type { DeckReport } from '#lib/core/generate/report.ts'

export function lintLines(base: FactBase, report: DeckReport, file: string): string[] {
  const { lint, coverage } = report
  return [
    ...lint.errors.flatMap((finding) => findingLines(base, file, 'error', finding)),
    ...lint.warnings.flatMap((finding) => findingLines(base, file, 'warning', finding)),
    ...coverage.uncovered.map(({ id, reason }) => `fact ${id} has no card: ${reason}`),
    summaryOf(report),
  ]
}

/** The line of the fact, as compilers give it, so that an editor can follow it. */
function findingLines({ facts }: FactBase, file: string, level: string, { rule, key, front, fact, message }: Finding): string[] {
  const line = facts.find(({ id }) => id === fact)?.line
  const at = line === undefined ? file : `${file}:${line}`
  return [`${at}: ${level} ${rule}: ${message}`, ...(front === null ? [] : [`    fact ${fact}, card ${key}: ${front}`])]
}

export function deckLines(base: FactBase, report: DeckReport, file: string): string[] {
  const topics = base.topics.flatMap((topic) => [
    '',
    topic,
    ...report.notes.filter((note) => note.topic === topic).flatMap(({ cards }) => cards.flatMap(cardLines)),
  ])
  return [`${base.title}, version ${base.version}`, report.base.citation, ...topics, '', ...lintLines(base, report, file)]
}

function cardLines({ facts, fronts, back, why }: DeckReport['notes'][number]['cards'][number]): string[] {
  const [first, ...others] = fronts.map((front) => front.text)
  return [
    `  ${first}`,
    ...others.map((other) => `    or: ${other}`),
    `      ${back.text.replaceAll('\n', '; ')}   (fact ${facts.join(', ')})`,
    ...(why === null ? [] : [`      why: ${why.text}   (fact ${why.facts.join(', ')})`]),
  ]
}

function summaryOf({ notes, lint, coverage }: DeckReport): string {
  const cards = notes.flatMap((note) => note.cards)
  const cloze = cards.filter((card) => card.kind === 'cloze').length
  return [
    `${cards.length} cards of ${coverage.covered.length} of ${coverage.facts} facts`,
    `${Math.round((100 * cloze) / Math.max(1, cards.length))}% cloze`,
    `${lint.errors.length} errors`,
    `${lint.warnings.length} warnings`,
  ].join(', ')
}

export function scoreLines(name: string, { made, caught, survivors }: Score): string[] {
  const share = made === 0 ? '' : `, ${((100 * caught) / made).toFixed(1)}%`
  return [
    `${name}: ${caught} of ${made} caught${share}`,
    ...survivors.map(({ front, back }) => `    not caught: ${front} — ${back.replaceAll('\n', ' ')}`),
  ]
}
