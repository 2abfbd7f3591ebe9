/**
 * The embedded Postgres: made on first use, started with pg_ctl so that it outlives a killed app, and adopted alive by
 * the next start. Its own lock file stays its own business: we never delete postmaster.pid.
 */
import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { Failure } from './failure.mjs'
import { dataIn, findPlace, type Place } from './postgres-place.ts'

const user = 'myelin'
const major = '18'
/** How long an old server may take to die, or to recover after a crash, before a person hears of it. */
const patienceMs = 60_000

export type Cluster = {
  /** The address of the database `name`, with its password. */
  url: (name?: string) => string
  /** Where the data lie: elsewhere than wanted where Postgres cannot enter. */
  folder: string
  /** Whether the server was already running when we came. */
  adopted: boolean
  stop: () => Promise<void>
}

/** A port of the loopback interface that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address with a port')
  return address.port
}

function run({ binaries, folder, account }: Place, program: string, args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done, fail) => {
    // Variables such as PGDATA or PGPORT must not reach it.
    const { NODE_ENV, PATH, SystemRoot } = process.env
    const env = { NODE_ENV, PATH, SystemRoot, LC_ALL: 'C' }
    const child = spawn(join(binaries, program), args, { ...account, cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.once('error', fail)
    child.once('close', (code) => done({ code, said }))
  })
}

/** Makes a cluster beside its final place and moves it there whole, so that a crash never leaves half of one. */
async function initialise(place: Place, data: string, password: string): Promise<void> {
  const draft = `${data}.new`
  const passwordFile = join(place.folder, 'initial-password')
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  mkdirSync(draft, { mode: 0o700 })
  const { uid, gid } = place.account
  if (uid !== undefined && gid !== undefined) for (const path of [passwordFile, draft]) chownSync(path, uid, gid)
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const auth = ['--auth=scram-sha-256', `--username=${user}`, `--pwfile=${passwordFile}`]
    const { code, said } = await run(place, 'initdb', [`--pgdata=${draft}`, ...locale, ...auth])
    if (code !== 0) throw new Failure(`Postgres could not make its data folder ${data}: ${lastLine(said)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, data)
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

/** The port on the fourth line of postmaster.pid: https://www.postgresql.org/docs/18/storage-file-layout.html */
function portOfRunning(data: string): number | null {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]) || null
  } catch {
    return null
  }
}

async function start(place: Place, data: string, port: number, flags: readonly string[]): Promise<boolean> {
  const log = join(data, 'startup.log')
  rmSync(log, { force: true })
  const settings = [
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=on',
    'log_filename=postgres-%a.log',
    'log_truncate_on_rotation=on',
    ...flags,
  ]
  const options = `-p ${port} ${settings.map((setting) => `-c ${setting}`).join(' ')}`
  const { code } = await run(place, 'pg_ctl', ['start', '-w', '-D', data, '-l', log, '-o', options])
  return code === 0
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Whether the server at `url` is the one that serves `data`, and takes our password. */
const answers = async (url: string) =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )

export type PostgresOptions = { folder: string; password: string; flags?: readonly string[] }

/** Starts the Postgres of `folder`, or adopts the one that runs there already, and sees to its database `myelin`. */
export async function startPostgres({ folder, password, flags = [] }: PostgresOptions): Promise<Cluster> {
  const place = findPlace(folder)
  const data = dataIn(place.folder)
  const address = (port: number, name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`
  if (!existsSync(data)) await initialise(place, data, password)
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== major)
    throw new Failure(
      `${data} was written by Postgres ${version}, and this is Postgres ${major}: keep a copy of it and move it over with pg_upgrade.`,
    )

  const { port, adopted } = await reach(place, data, flags, (port) => address(port, 'postgres'))
  const url = (name = 'myelin') => address(port, name)
  const found = await ask(url('postgres'), `SELECT 1 FROM pg_database WHERE datname = 'myelin'`)
  if (found.length === 0) await ask(url('postgres'), 'CREATE DATABASE myelin')
  const stop = async () => {
    await run(place, 'pg_ctl', ['stop', '-w', '-D', data, '-m', 'fast'])
  }
  return { url, folder: place.folder, adopted, stop }
}

/** Failures to start that pass by themselves: an old server that is still dying, a port that was taken meanwhile. */
const passing = /lock file|shared memory|could not bind/

function startupLog(data: string): string {
  const log = join(data, 'startup.log')
  return existsSync(log) ? readFileSync(log, 'utf8') : ''
}

/** Tries until a server answers: an old one may be dying, or a crashed one's memory not yet given back. */
async function reach(place: Place, data: string, flags: readonly string[], address: (port: number) => string) {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await sleep(300)) {
    const { code } = await run(place, 'pg_ctl', ['status', '-D', data])
    const running = code === 0 ? portOfRunning(data) : null
    if (running !== null && (await answers(address(running)))) return { port: running, adopted: true }
    if (code === 0) continue
    const port = await freePort()
    if (await start(place, data, port, flags)) return { port, adopted: false }
    if (!passing.test(startupLog(data))) break
  }
  const said = lastLine(startupLog(data)) || 'a server runs there that does not answer'
  throw new Failure(`The database in ${data} does not start (${said}); its log lies in ${join(data, 'log')}.`)
}
