/**
 * `npm test`: everything that is checked, one step after the other, beside a running `npm start`: its own build, database
 * and port. The last line counts what passed and failed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { fail } from './failure.mjs'
import { prepare, requireNode } from './prepare.mjs'
import { build, root } from './steps.mjs'

const buildFolder = '.next-test'
const reports = join(root, '.cache')
const strict = process.env['CI'] === 'true'

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {Count} */
const total = { passed: 0, failed: 0 }

/**
 * @param {string} name
 * @param {Count} count
 * @param {number} began
 */
function tell(name, { passed, failed }, began) {
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
}

/**
 * Runs a tool of the project; what it says is shown while it runs, or only if it fails.
 * @param {string[]} args
 * @param {{ live?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(args, { live = false, env = {} } = {}) {
  return new Promise((done) => {
    const stdio = live ? /** @type {const} */ ('inherit') : /** @type {const} */ ('pipe')
    const child = spawn(process.execPath, args, { cwd: root, stdio, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } })
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.once('close', (code) => {
      if (code !== 0) process.stdout.write(said)
      done(code === 0)
    })
  })
}

/**
 * A step that passes or fails as a whole.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 */
async function check(name, work) {
  const began = performance.now()
  const passed = await work()
  tell(name, { passed: Number(passed), failed: Number(!passed) }, began)
  return passed
}

/**
 * A step that is counted test by test; a tool that fails without a failed test (an import, a crash) fails once.
 * @param {string} name
 * @param {string} file where the tool leaves its report
 * @param {(file: string) => Promise<boolean>} work
 * @param {(report: any) => Count} count
 */
async function tests(name, file, work, count) {
  const began = performance.now()
  const report = join(reports, file)
  rmSync(report, { force: true })
  const succeeded = await work(report)
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (!succeeded && counted.failed === 0) counted.failed = 1
  tell(name, counted, began)
}

/** @param {string} report */
const vitest = (report) =>
  run(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { live: true })

/** @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report */
function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unread = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + unread }
}

/** @param {string} report */
const playwright = (report) => run(['node_modules/@playwright/test/cli.js', 'test'], { live: true, env: { E2E_REPORT: report } })

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report */
function countPlaywright({ stats, errors }) {
  if (stats.skipped > 0) console.log(`${stats.skipped} end-to-end tests could not run here.`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length + (strict ? stats.skipped : 0) }
}

async function main() {
  requireNode()
  process.chdir(root)
  await prepare()
  const config = { NEXT_DIST_DIR: buildFolder }
  await check('Types', async () => {
    const typed = await run(['node_modules/next/dist/bin/next', 'typegen'], { env: config })
    return typed && (await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.test.json', '--noEmit']))
  })
  await check('Lint', () => run(['node_modules/oxlint/bin/oxlint', '-c', 'oxlint.config.mjs']))
  await check('Format', () => run(['node_modules/oxfmt/bin/oxfmt', '--check']))
  await check('Dead code', () => run(['node_modules/knip/bin/knip.js']))
  await tests('Unit and database tests', 'vitest.json', vitest, countVitest)
  const built = await check('Build', () => prepare([build(buildFolder)]).then(() => true, told))
  if (built) await endToEnd()
  else tell('End-to-end tests, which need the build', { passed: 0, failed: 1 }, performance.now())
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

/** @param {unknown} error */
function told(error) {
  console.log(error instanceof Error ? error.message : error)
  return false
}

/** Where there is no browser, the end-to-end tests are left out in one line, and a CI run fails for it. */
async function endToEnd() {
  const { tsImport } = await import('tsx/esm/api')
  /** @type {typeof import('../e2e/browser.ts')} */
  const { launchOptions } = await tsImport('../e2e/browser.ts', import.meta.url)
  try {
    await launchOptions()
  } catch (error) {
    console.log(`The end-to-end tests cannot run here: ${error instanceof Error ? error.message : String(error)}`)
    tell('End-to-end tests', { passed: 0, failed: Number(strict) }, performance.now())
    return
  }
  await tests('End-to-end tests', 'e2e.json', playwright, countPlaywright)
}

main().catch(fail)
