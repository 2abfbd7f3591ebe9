/**
 * The steps before anything runs: packages, the Prisma client, the build. Each knows whether its inputs changed since.
 * Plain JavaScript without packages, because it installs them.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Failure } from './failure.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** @param {string[]} paths files and folders, relative to the project; what is missing counts as empty */
function hashOf(paths) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      const generated = relative(root, path) === join('lib', 'db', 'generated')
      for (const name of generated ? [] : readdirSync(path).sort()) add(join(path, name))
    } else if (stat && !/\.test\.tsx?$/.test(path)) {
      hash
        .update(`${relative(root, path)}\0`)
        .update(readFileSync(path))
        .update('\0')
    }
  }
  for (const path of paths) add(join(root, path))
  return hash.digest('hex')
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** A failed step tells what it said; npm's progress alone goes straight to the terminal. */
const saidAtTheEnd = { cwd: root, encoding: /** @type {const} */ ('utf8'), maxBuffer: 1e8 }

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function node(script, args, env = {}) {
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  return spawnSync(process.execPath, [script, ...args], { ...saidAtTheEnd, env: { ...process.env, ...quiet, ...env } })
}

/**
 * Runs a step that says nothing unless it fails.
 * @param {{ status: number | null, stdout?: string | null, stderr?: string | null }} result
 * @param {string} sentence
 */
function insist(result, sentence) {
  if (result.status === 0) return
  throw new Failure(`${result.stdout ?? ''}${result.stderr ?? ''}\n${sentence}`.trim())
}

/** @typedef {{ name: string, stale: () => boolean, run: () => void }} Step */

/** A download that hangs is given up after this long; what has arrived is in npm's cache, so the next try is shorter. */
const installMs = 600_000

/** Runs npm ci, by the npm that runs us if there is one; null when it hung. */
function npmCi() {
  const args = ['ci', '--include=dev', '--prefer-offline', '--no-fund', '--no-audit', '--loglevel=error']
  const npm = process.env['npm_execpath'] ?? ''
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'pipe', 'inherit']
  const options = { ...saidAtTheEnd, stdio, timeout: installMs, killSignal: /** @type {const} */ ('SIGKILL') }
  const result = basename(npm).startsWith('npm-cli')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return result.error && 'code' in result.error && result.error.code === 'ETIMEDOUT' ? null : result
}

/** @returns {Step} */
export function installation() {
  const stamp = join(root, 'node_modules', '.installed')
  const wanted = () => hashOf(['package-lock.json'])
  return {
    name: 'Installing packages',
    stale() {
      if (read(stamp) === wanted()) return false
      // npm writes this file last: newer than the lockfile, it tells of an installation by hand.
      const byHand = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })
      return !byHand || byHand.mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
    },
    run() {
      insist(
        npmCi() ?? npmCi() ?? { status: 1 },
        'The packages could not be installed: check the connection to the package registry, and start again.',
      )
      writeFileSync(stamp, wanted())
    },
  }
}

/** @returns {Step} */
export function generation() {
  const folder = join(root, 'lib', 'db', 'generated')
  const stamp = join(folder, 'schema.sha256')
  const wanted = () => hashOf(['prisma/schema.prisma', 'package-lock.json'])
  return {
    name: 'Generating the database client',
    stale: () => read(stamp) !== wanted() || !existsSync(join(folder, 'client.ts')),
    run() {
      // Prisma would download its native engine, which it never calls here; any executable file keeps it from that.
      const result = node('node_modules/prisma/build/index.js', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath })
      insist(result, 'The database client could not be generated from prisma/schema.prisma.')
      writeFileSync(stamp, wanted())
    },
  }
}

const buildInputs = ['app', 'lib', 'decks', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.ts']
const buildSettings = ['package.json', 'package-lock.json', 'tsconfig.json', 'prisma/schema.prisma']

/**
 * @param {string} folder
 * @returns {Step}
 */
export function build(folder) {
  const stamp = join(root, folder, 'sources.sha256')
  const wanted = () => hashOf([...buildInputs, ...buildSettings])
  return {
    name: 'Building',
    stale: () => read(stamp) !== wanted(),
    run() {
      const inputs = wanted()
      rmSync(stamp, { force: true })
      const result = node('node_modules/next/dist/bin/next', ['build'], { NEXT_DIST_DIR: folder, NODE_ENV: 'production' })
      insist(result, 'The app could not be built: the reason stands above.')
      writeFileSync(stamp, inputs)
    },
  }
}
