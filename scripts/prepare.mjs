/**
 * What must stand before anything runs: a fitting Node, then the steps that are stale. Plain JavaScript without packages, in
 * the words of Node 18, which is told to update.
 */
import { join, resolve } from 'node:path'

import { Failure } from './failure.mjs'
import { takeLock } from './lock.mjs'
import { generation, installation, root } from './steps.mjs'

/** Throws unless this Node is one that every package here supports: the `engines` of package.json. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (!fits)
    throw new Failure(
      `Myelin needs Node 20.19, 22.12, or 24 and newer, and this is Node ${version}: install Node 24 from https://nodejs.org.`,
    )
}

/**
 * Runs the steps that are stale, one process at a time: `npm start` and `npm test` may meet in a fresh clone.
 * @param {import('./steps.mjs').Step[]} more steps beyond packages and the database client
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
