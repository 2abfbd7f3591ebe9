/** Proves that the linter would notice a breach of each law of the rooms, and lets the lawful pass. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type Breach = [file: string, text: string, rule: string]

/** The files of a folder that begin with 'use client': the linter cannot tell them by their names. */
const clientFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && readFileSync(path, 'utf8').startsWith(`'use client'`))

const BROWSER = /^(?:#lib\/core\/.+|#lib\/device\/.+|react|react-dom|@tanstack\/react-virtual|next\/link|next\/navigation)$/
const EVERYWHERE = ['app/_ui', 'app/_frame']

/** What a client file imports, itself or through others of app, that the browser must not be given. */
function strays(entry: string, read: (path: string) => string): string[] {
  const found: string[] = []
  const seen = new Set([entry])
  for (const path of seen) {
    for (const [, from = ''] of read(path).matchAll(/^(?:import |(?:import|export) .*from |\} from )'([^']+)'/gm)) {
      if (BROWSER.test(from) || from.endsWith('.css')) continue
      const target = join(dirname(path), from)
      if (!from.startsWith('.') || !isNear(path, target, read)) found.push(`${path}: ${from}`)
      else if (!read(target).startsWith(`'use server'`)) seen.add(target)
    }
  }
  return found
}

/** Within one room of app; a server action is but called from here. */
function isNear(path: string, target: string, read: (path: string) => string): boolean {
  const room = path.split('/').slice(0, 2).join('/')
  return [room, ...EVERYWHERE].some((folder) => target.startsWith(`${folder}/`)) || read(target).startsWith(`'use server'`)
}

const imports = (from: string) => `import { x } from '${from}'\nexport const y = x\n`
const restricted = 'eslint(no-restricted-imports)'

const forbiddenImports: [file: string, from: string][] = [
  ['lib/core/a.ts', '#lib/db/x.ts'],
  ['lib/core/a.ts', '#lib/clock.ts'],
  ['lib/core/a.ts', '#app/x.ts'],
  ['lib/core/a.ts', 'react'],
  ['lib/core/a.ts', 'next'],
  ['lib/core/a.ts', 'node:fs'],
  ['lib/core/a.ts', '@prisma/client'],
  ['lib/core/a.ts', 'zod'],
  ['lib/core/a.ts', 'ts-fsrs'],
  ['lib/core/schedule/a.ts', 'ts-fsrs'],
  ['lib/core/session/a.ts', '../../db/x.ts'],
  ['lib/core/markup/a.ts', 'yaml'],
  ['decks/a.ts', '#lib/db/x.ts'],
  ['lib/db/a.ts', '#lib/study/x.ts'],
  ['lib/db/a.ts', 'next/headers'],
  ['lib/study/a.ts', '#lib/auth/x.ts'],
  ['lib/study/a.ts', 'pg'],
  ['lib/study/a.ts', '../db/x.ts'],
  ['lib/auth/a.ts', '#lib/study/x.ts'],
  ['lib/http/a.ts', '#lib/db/x.ts'],
  ['lib/jobs/a.ts', '#lib/db/x.ts'],
  ['lib/device/a.ts', '#lib/db/x.ts'],
  ['lib/device/a.ts', '#lib/env.ts'],
  ['lib/device/a.ts', 'node:fs'],
  ['lib/clock.ts', '#lib/db/x.ts'],
  ['app/a.ts', '#lib/db/x.ts'],
  ['app/a.ts', '#lib/jobs/x.ts'],
  ['app/_ui/a.ts', '#lib/db/x.ts'],
  ['app/a.ts', 'pg'],
  ['app/a.ts', 'd3-scale'],
  ['app/_charts/a.ts', '#lib/study/x.ts'],
  ['scripts/a.ts', '#app/x.ts'],
  ['lib/core/a.test.ts', '#app/x.ts'],
]

const impure = [
  'Date.now()',
  'process.env',
  'crypto.randomUUID()',
  'console.log()',
  'performance.now()',
  'fetch("x")',
  'window.x',
  'localStorage.x',
]

const breaches: Breach[] = [
  ...forbiddenImports.map(([file, from]): Breach => [file, imports(from), restricted]),
  ...impure.map((word): Breach => ['lib/core/a.ts', `export const y = ${word}\n`, 'eslint(no-restricted-globals)']),
  ['lib/core/a.ts', 'export const y = Math.random()\n', 'eslint(no-restricted-properties)'],
  ['lib/study/a.ts', `import { y } from './twin.ts'\nexport const x = () => y\n`, 'import(no-cycle)'],
  ['lib/core/a.ts', 'export default 1\n', 'import(no-default-export)'],
  ['lib/core/a.ts', `export * from './b.ts'\n`, 'oxc(no-barrel-file)'],
  ['lib/core/a.ts', 'export const y = (x: any) => x\n', 'typescript(no-explicit-any)'],
  ['lib/study/a.ts', 'export const y = () => {\n  Promise.resolve(1)\n}\n', 'typescript(no-floating-promises)'],
  [
    'lib/core/a.ts',
    `export function y(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 0\n}\n`,
    'typescript(switch-exhaustiveness-check)',
  ],
]

const lawful: [file: string, from: string][] = [
  ['lib/core/session/a.ts', '#lib/core/x.ts'],
  ['lib/core/session/a.ts', '../x.ts'],
  ['lib/core/memory.ts', 'ts-fsrs'],
  ['lib/core/generate/a.ts', 'yaml'],
  ['lib/core/markup/a.ts', 'unified'],
  ['lib/db/a.ts', '#lib/core/x.ts'],
  ['lib/db/a.ts', '@prisma/client'],
  ['lib/study/a.ts', '#lib/db/x.ts'],
  ['lib/auth/a.ts', '#lib/db/x.ts'],
  ['app/a.ts', '#lib/study/x.ts'],
  ['app/a.ts', 'next/headers'],
  ['app/_charts/a.ts', 'd3-scale'],
  ['lib/core/a.test.ts', 'node:fs'],
]

/** Every case gets a file name of its own, so that the linter runs once over all of them. */
const named = (file: string, index: number) => file.replace(/\ba(?=\.)/, `a${index}`)

const files = [
  ...breaches.map(([file, text, rule], index) => ({ path: named(file, index), text, rule })),
  ...lawful.map(([file, from], index) => ({ path: named(file, breaches.length + index), text: imports(from), rule: null })),
]

type Report = { diagnostics: { code: string; filename: string }[] }

let folder: string
let report: Report

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const { path, text } of files) write(path, text)
  const cycle = files.find(({ rule }) => rule === 'import(no-cycle)')?.path ?? ''
  write('lib/study/twin.ts', `import { x } from './${basename(cycle)}'\nexport const y = () => x\n`)
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "strict": true, "module": "esnext", "allowImportingTsExtensions": true, "noEmit": true } }',
  )
  cpSync('oxlint.config.mjs', join(folder, 'oxlint.config.mjs'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/oxlint'),
    ['-c', 'oxlint.config.mjs', '-f', 'json', 'app', 'decks', 'lib', 'scripts'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  )
  report = JSON.parse(stdout) as Report
}, 30_000)

afterAll(() => rmSync(folder, { recursive: true }))

const rulesBroken = (path: string) => report.diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code)

test.each(breaches.map(([file, text, rule], index) => ({ rule, file, text: text.split('\n', 1)[0], path: named(file, index) })))(
  '$rule: $file must not say $text',
  ({ path, rule }) => expect(rulesBroken(path)).toContain(rule),
)

test.each(lawful.map(([file, from], index) => ({ file, from, path: named(file, breaches.length + index) })))(
  '$file may import $from',
  ({ path }) => expect(rulesBroken(path)).toEqual([]),
)

describe('what reaches the browser', () => {
  const read = (path: string) => readFileSync(path, 'utf8')

  test.each(clientFiles('app'))('%s leads to core, device, _ui and its own room alone', (path) => {
    expect(strays(path, read)).toEqual([])
  })

  const room = {
    'app/(study)/a.tsx': `import { b } from './b.ts'\n`,
    'app/(public)/act.ts': `'use server'\nimport { x } from '#lib/db/x.ts'\n`,
  }

  test.each([
    ['the server', `import { now } from '#lib/clock.ts'`, ['app/(study)/b.ts: #lib/clock.ts']],
    ['the server, if only its types', `import type { Today } from '#lib/study/x.ts'`, ['app/(study)/b.ts: #lib/study/x.ts']],
    ['another room', `import { y } from '../(public)/y.ts'`, ['app/(study)/b.ts: ../(public)/y.ts']],
    ['a package of the server', `import 'node:fs'`, ['app/(study)/b.ts: node:fs']],
    ['a server action, which stays there', `import { act } from '../(public)/act.ts'`, []],
    ['core', `import { day } from '#lib/core/day.ts'`, []],
  ])('%s, reached through a file of the room', (_, text, found) => {
    const files: Readonly<Record<string, string>> = { ...room, 'app/(study)/b.ts': text }
    expect(strays('app/(study)/a.tsx', (path) => files[path] ?? '')).toEqual(found)
  })
})
