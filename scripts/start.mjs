/** `npm start`: prepares what is missing, then serves. Plain JavaScript, so that it runs in a fresh clone. */
import { resolve } from 'node:path'

import { fail } from './failure.mjs'
import { lockOf, prepare, requireNode } from './prepare.mjs'
import { loadSettings } from './settings.mjs'
import { build, root } from './steps.mjs'

const buildFolder = process.env['NEXT_DIST_DIR'] || '.next'

/** Takes the data folder, or names the Myelin that serves it already and ends well. */
async function takeFolder() {
  const folder = resolve(process.env['DATA_DIR'] || '.data')
  for (let said = false; ; said = true) {
    const lock = lockOf(folder)
    if (!('holder' in lock)) return { folder, lock }
    if (lock.holder.url) {
      console.log(`Myelin already runs at ${lock.holder.url}`)
      process.exit(0)
    }
    if (!said) console.log('Another start of Myelin is at work here: waiting for its address.')
    await new Promise((done) => setTimeout(done, 500))
  }
}

async function main() {
  requireNode()
  process.chdir(root)
  loadSettings(root)
  const { folder, lock } = await takeFolder()
  process.on('exit', lock.release)
  await prepare([build(buildFolder)])
  const { tsImport } = await import('tsx/esm/api')
  /** @type {typeof import('./serve.ts')} */
  const { serve } = await tsImport('./serve.ts', import.meta.url)
  const url = await serve({ folder, buildFolder })
  lock.announce(url)
  console.log(`Myelin is ready at ${url}`)
}

main().catch(fail)
