// `npm run deck`: builds the deck of a fact base, or checks it. Exits 1 where the base or a card is wrong, 2 where the command is.

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { generateBase } from '#lib/core/generate/generate.ts'
import type { FactBase } from '#lib/core/generate/fact-base.ts'
import type { Finding } from '#lib/core/generate/lint.ts'
import { parseFactBase } from '#lib/core/generate/parse.ts'
import { reportOf, type DeckReport } from '#lib/core/generate/report.ts'

const usage =
  'Usage: npm run --silent deck -- build PATH [--json], or: npm run --silent deck -- lint PATH. PATH is a folder with a facts.yaml, or that file.'

type Command = { verb: 'build' | 'lint'; path: string; json: boolean }

function commandOf(args: readonly string[]): Command | null {
  const [verb, path, ...flags] = args
  if ((verb !== 'build' && verb !== 'lint') || path === undefined || path.startsWith('-')) return null
  const allowed = verb === 'build' ? ['--json'] : []
  if (flags.length > allowed.length || flags.some((flag) => !allowed.includes(flag))) return null
  return { verb, path, json: flags.length > 0 }
}

async function fileAt(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? join(path, 'facts.yaml') : path
}

async function main(args: readonly string[]): Promise<number> {
  const command = commandOf(args)
  if (command === null) return fail(2, usage)
  let file: string
  let text: string
  try {
    file = await fileAt(command.path)
    text = await readFile(file, 'utf8')
  } catch {
    return fail(2, `No fact base can be read at “${command.path}”. ${usage}`)
  }
  const parsed = parseFactBase(text, file)
  if (!parsed.ok) return fail(1, parsed.errors.map((error) => `${error.file}:${error.line}: ${error.message}`).join('\n'))
  const report = reportOf(parsed.base, generateBase(parsed.base))
  print(command, parsed.base, report)
  return command.verb === 'lint' && report.lint.errors.length > 0 ? 1 : 0
}

function print({ verb, json }: Command, base: FactBase, report: DeckReport): void {
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else process.stdout.write(`${(verb === 'lint' ? lintLines(report) : deckLines(base, report)).join('\n')}\n`)
}

function lintLines(report: DeckReport): string[] {
  const { lint, coverage } = report
  return [
    ...lint.errors.flatMap((finding) => findingLines(report, 'error', finding)),
    ...lint.warnings.flatMap((finding) => findingLines(report, 'warning', finding)),
    ...coverage.uncovered.map(({ id, reason }) => `fact ${id} has no card: ${reason}`),
    summaryOf(report),
  ]
}

function findingLines({ notes }: DeckReport, level: string, { rule, guid, key, message }: Finding): string[] {
  const note = notes.find((candidate) => candidate.guid === guid)
  const card = note?.cards.find((candidate) => candidate.key === key)
  return [`${level} ${rule}: ${message}`, `    fact ${note?.facts.join(', ')}, card ${key}: ${card?.fronts[0]?.text}`]
}

function deckLines(base: FactBase, report: DeckReport): string[] {
  const topics = base.topics.flatMap((topic) => [
    '',
    topic,
    ...report.notes.filter((note) => note.topic === topic).flatMap(({ cards }) => cards.flatMap(cardLines)),
  ])
  return [`${base.title}, version ${base.version}`, report.base.citation, ...topics, '', ...lintLines(report)]
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

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
