// `npm run deck`: starts a fact base, builds, checks or shows its deck, tries the linter on it, or writes down the decks that ship. Exits 1 where the base or a card is wrong, 2 where the command is.

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateBase } from '#lib/core/generate/generate.ts'
import type { FactBase } from '#lib/core/generate/fact-base.ts'
import { mutateBase } from '#lib/core/generate/mutate.ts'
import { parseFactBase } from '#lib/core/generate/parse.ts'
import { reportOf } from '#lib/core/generate/report.ts'
import { deckLines, lintLines, scoreLines } from './deck-text.ts'
import { decksPage } from './decks-page.ts'
import { newBase } from './new-base.ts'
import { writePreview } from './preview.ts'

const usage =
  'Usage: npm run --silent deck -- build PATH [--json], or: lint PATH, or: preview PATH, or: mutate PATH [--json], or: new NAME, or: page. PATH is a folder with a facts.yaml, or that file.'

const verbs = ['build', 'lint', 'mutate', 'preview'] as const
type Command = { verb: (typeof verbs)[number]; path: string; json: boolean }

function commandOf(args: readonly string[]): Command | null {
  const [name, path, ...flags] = args
  const verb = verbs.find((one) => one === name)
  if (verb === undefined || path === undefined || path.startsWith('-')) return null
  const allowed = verb === 'build' || verb === 'mutate' ? ['--json'] : []
  if (flags.length > allowed.length || flags.some((flag) => !allowed.includes(flag))) return null
  return { verb, path, json: flags.length > 0 }
}

async function fileAt(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? join(path, 'facts.yaml') : path
}

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'new') return args.length === 2 ? startBase(args[1] ?? '') : fail(2, usage)
  if (args[0] === 'page') return args.length === 1 ? writePage() : fail(2, usage)
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

async function build({ verb, json }: Command, base: FactBase, file: string): Promise<number> {
  const report = reportOf(base, generateBase(base))
  if (verb === 'preview') print([`Open ${pathToFileURL(await writePreview(report)).href}`])
  else if (verb === 'lint') print(lintLines(base, report, file))
  else print(json ? [JSON.stringify(report)] : deckLines(base, report, file))
  return verb === 'lint' && report.lint.errors.length > 0 ? 1 : 0
}

async function startBase(name: string): Promise<number> {
  const started = await newBase(name, 'decks')
  if (!started.ok) return fail(2, started.message)
  process.stdout.write(`${started.message}\n`)
  return 0
}

/** docs/decks.md, as it should be now. */
async function writePage(): Promise<number> {
  process.stdout.write(await decksPage())
  return 0
}

function mutate({ json }: Command, base: FactBase): number {
  const mutations = mutateBase(base, generateBase(base))
  print(json ? [JSON.stringify(mutations)] : Object.entries(mutations.classes).flatMap(([name, score]) => scoreLines(name, score)))
  return 0
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
