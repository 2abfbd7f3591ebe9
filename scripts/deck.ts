// `npm run deck`: builds the deck of a fact base, checks it, or tries the linter on it. Exits 1 where the base or a card is wrong, 2 where the command is.

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { generateBase } from '#lib/core/generate/generate.ts'
import type { FactBase } from '#lib/core/generate/fact-base.ts'
import type { Finding } from '#lib/core/generate/lint.ts'
import { mutateBase, type Score } from '#lib/core/generate/mutate.ts'
import { parseFactBase } from '#lib/core/generate/parse.ts'
import { reportOf, type DeckReport } from '#lib/core/generate/report.ts'

const usage =
  'Usage: npm run --silent deck -- build PATH [--json], or: lint PATH, or: mutate PATH [--json]. PATH is a folder with a facts.yaml, or that file.'

const verbs = ['build', 'lint', 'mutate'] as const
type Command = { verb: (typeof verbs)[number]; path: string; json: boolean }

function commandOf(args: readonly string[]): Command | null {
  const [name, path, ...flags] = args
  const verb = verbs.find((one) => one === name)
  if (verb === undefined || path === undefined || path.startsWith('-')) return null
  const allowed = verb === 'lint' ? [] : ['--json']
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
  return command.verb === 'mutate' ? mutate(command, parsed.base) : build(command, parsed.base, file)
}

function build({ verb, json }: Command, base: FactBase, file: string): number {
  const report = reportOf(base, generateBase(base))
  print(json ? [JSON.stringify(report)] : verb === 'lint' ? lintLines(base, report, file) : deckLines(base, report, file))
  return verb === 'lint' && report.lint.errors.length > 0 ? 1 : 0
}

function mutate({ json }: Command, base: FactBase): number {
  const mutations = mutateBase(base, generateBase(base))
  print(json ? [JSON.stringify(mutations)] : Object.entries(mutations.classes).flatMap(([name, score]) => scoreLines(name, score)))
  return 0
}

function scoreLines(name: string, { made, caught, survivors }: Score): string[] {
  const share = made === 0 ? '' : `, ${((100 * caught) / made).toFixed(1)}%`
  return [
    `${name}: ${caught} of ${made} caught${share}`,
    ...survivors.map(({ front, back }) => `    not caught: ${front} — ${back.replaceAll('\n', ' ')}`),
  ]
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function lintLines(base: FactBase, report: DeckReport, file: string): string[] {
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

function deckLines(base: FactBase, report: DeckReport, file: string): string[] {
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

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
