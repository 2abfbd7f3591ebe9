import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { takeLock } from './lock.mjs'

let folder: string
const file = () => join(folder, 'lock.json')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a free lock is taken, names its address, and is given back', () => {
  const lock = takeLock(folder)
  if ('holder' in lock) throw new Error('the folder was free')
  lock.announce('http://127.0.0.1:1')
  expect(takeLock(folder)).toMatchObject({ holder: { pid: process.pid, url: 'http://127.0.0.1:1' } })
  lock.release()
  expect(existsSync(file())).toBe(false)
})

test('the lock of a dead process is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  writeFileSync(file(), JSON.stringify({ pid: child.pid, born: 'then', url: null }))
  expect(takeLock(folder)).toHaveProperty('release')
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
})

test('a living process that merely got the number of a dead holder does not hold the lock', () => {
  writeFileSync(file(), JSON.stringify({ pid: process.ppid, born: 'an earlier boot', url: null }))
  expect(takeLock(folder)).toHaveProperty('release')
})

test('of many processes that meet a dead lock at once, one gets it', async () => {
  writeFileSync(file(), JSON.stringify({ pid: 1, born: 'then', url: null }))
  const script = `import { takeLock } from ${JSON.stringify(new URL('./lock.mjs', import.meta.url).href)}
    console.log('holder' in takeLock(process.argv[1]) ? 'refused' : 'taken'); setTimeout(() => {}, 3000)`
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  const words = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()))
  for (const child of children) child.kill()
  expect(words.filter((word) => word === 'taken')).toHaveLength(1)
})
