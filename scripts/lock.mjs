/**
 * One process at a time on a data folder: a lock file that names its holder, and is taken over once the holder is dead.
 * Plain JavaScript, because it is needed before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ pid: number, born: string, url: string | null }} Holder */

/**
 * When a process began, because a number alone may have been given to another process since.
 * @param {number} pid
 * @returns {string | null} null when no such process lives
 */
function born(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return null
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${afterName.split(' ')[19]}`
  } catch {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || 'alive'
  }
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * @param {string | null} text
 * @returns {Holder | null} the holder, if it lives
 */
function living(text) {
  try {
    /** @type {Holder} */
    const holder = JSON.parse(text ?? '')
    return born(holder.pid) === holder.born ? holder : null
  } catch {
    return null
  }
}

/**
 * Takes the lock of `folder` (which is made if it is missing).
 * @param {string} folder
 * @returns {{ holder: Holder } | { announce: (url: string) => void, release: () => void }} the one who has it, or ours
 */
export function takeLock(folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock.json')
  const mine = { pid: process.pid, born: born(process.pid) ?? '' }
  const own = `${file}.${process.pid}`
  const publish = (/** @type {string | null} */ url) => writeFileSync(own, JSON.stringify({ ...mine, url }), { mode: 0o600 })
  for (;;) {
    publish(null)
    try {
      // A link appears whole or not at all, so nobody ever reads half a lock.
      linkSync(own, file)
      rmSync(own)
      break
    } catch (error) {
      rmSync(own, { force: true })
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const text = read(file)
    const holder = living(text)
    if (holder) return { holder }
    if (text !== null) setAside(file, text)
  }
  return {
    announce: (url) => {
      publish(url)
      renameSync(own, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

/**
 * Moves a dead holder's lock away; if another process was quicker and the lock is already its own, puts it back.
 * @param {string} file
 * @param {string} dead
 */
function setAside(file, dead) {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
    if (read(aside) !== dead) linkSync(aside, file)
  } catch {
    // It went away meanwhile: the next round finds out who has it.
  }
  rmSync(aside, { force: true })
}
