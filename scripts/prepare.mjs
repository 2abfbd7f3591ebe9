/**
 * What must stand before anything runs: a fitting Node, the packages, the Prisma client, the build. Each step is skipped
 * while its inputs are unchanged. Plain JavaScript without packages, in the words of Node 18, which is told to update.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { Failure } from './failure.mjs'
import { takeLock } from './lock.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** Throws unless this Node is one that every package here supports: the `engines` of package.json. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (!fits)
    throw new Failure(
      `Myelin needs Node 20.19, 22.12, or 24 and newer, and this is Node ${version}: install Node 24 from https://nodejs.org.`,
    )
}

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

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function node(script, args, env = {}) {
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const options = { cwd: root, env: { ...process.env, ...quiet, ...env }, encoding: /** @type {const} */ ('utf8') }
  return spawnSync(process.execPath, [script, ...args], { ...options, maxBuffer: 1e8 })
}

/**
 * Runs a step that says nothing unless it fails.
 * @param {ReturnType<typeof node>} result
 * @param {string} sentence
 */
function insist(result, sentence) {
  if (result.status === 0) return
  throw new Failure(`${result.stdout ?? ''}${result.stderr ?? ''}\n${sentence}`.trim())
}

/** @typedef {{ name: string, stale: () => boolean, run: () => void }} Step */

/** @returns {Step} */
function installation() {
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
      const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
      const npm = process.env['npm_execpath'] ?? ''
      const result = basename(npm).startsWith('npm-cli')
        ? node(npm, args)
        : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
      insist(result, 'The packages could not be installed: check the connection to the package registry, and start again.')
      writeFileSync(stamp, wanted())
    },
  }
}

/** @returns {Step} */
function generation() {
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

/**
 * Runs the steps that are stale, one process at a time: `npm start` and `npm test` may meet in a fresh clone.
 * @param {Step[]} more steps beyond packages and the database client
 */
export async function prepare(more = []) {
  const stale = () => [installation(), generation(), ...more].find((step) => step.stale())
  if (!stale()) return
  const lock = await waitForLock(join(root, '.cache'), 'Another Myelin prepares this folder: waiting for it.')
  try {
    for (let step = stale(); step; step = stale()) {
      console.log(`${step.name}…`)
      step.run()
    }
  } finally {
    lock.release()
  }
}

/**
 * @param {string} folder
 * @param {string} notice said once if there is anything to wait for
 */
async function waitForLock(folder, notice) {
  for (let said = false; ; said = true) {
    const lock = lockOf(folder)
    if ('release' in lock) return lock
    if (!said) console.log(notice)
    await new Promise((done) => setTimeout(done, 500))
  }
}

/**
 * Takes the lock of a folder, or says that the folder cannot be written.
 * @param {string} folder
 */
export function lockOf(folder) {
  try {
    return takeLock(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'ENOSPC'].includes(reason)) throw error
    throw new Failure(
      `Myelin cannot write to ${resolve(folder)} (${reason}): make it writable, or set DATA_DIR to a folder that is and run npm start once where it can write.`,
    )
  }
}
