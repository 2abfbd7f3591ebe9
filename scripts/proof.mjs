/** `npm run proof`: the property tests with many more cases (PROOF_RUNS each), from a seed that is printed (PROOF_SEED). */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { fail } from './failure.mjs'
import { prepare, requireNode } from './prepare.mjs'
import { root } from './steps.mjs'

const runs = process.env['PROOF_RUNS'] ?? '2000'
const seed = process.env['PROOF_SEED'] ?? String(randomInt(2 ** 31))

/** The tests that heed PROOF_RUNS. */
function propertyTests() {
  const names = ['app', 'lib'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  return names.filter((name) => name.endsWith('.test.ts') && readFileSync(join(root, name), 'utf8').includes('PROOF_RUNS'))
}

async function main() {
  requireNode()
  process.chdir(root)
  await prepare()
  const files = propertyTests()
  console.log(`${runs} cases for each property of ${files.length} files. To repeat: PROOF_RUNS=${runs} PROOF_SEED=${seed} npm run proof`)
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=3600000', ...files], {
    stdio: 'inherit',
    env: { ...process.env, PROOF_RUNS: runs, PROOF_SEED: seed },
  })
  process.exitCode = status ?? 1
}

main().catch(fail)
