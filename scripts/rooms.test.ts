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

describe('client components', () => {
  const fromServer = /from '#lib\/(?!core\/|device\/)/

  test.each(clientFiles('app'))('%s imports core and device alone of lib', (path) => {
    expect(readFileSync(path, 'utf8')).not.toMatch(fromServer)
  })

  test('a client component that reaches for the server is noticed', () => {
    expect(`'use client'\nimport { now } from '#lib/clock.ts'`).toMatch(fromServer)
  })
})
