/** Starts, stops and crashes of `npm start`: each works, or ends with one sentence that says what to do. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { type Spawned, spawnServer } from '../scripts/testing/spawn-server.ts'

let dataDir: string
const spawned: Spawned[] = []

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'myelin-start-'))
})

test.afterEach(async () => {
  for (const { child, stop } of spawned.splice(0)) if (isRunning(child)) await stop()
  await rm(dataDir, { recursive: true })
})

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** Empty settings are unset ones: neither the database nor the port of the other tests. */
const settings = (env: Record<string, string>) => ({ DATABASE_URL: '', PORT: '0', NEXT_DIST_DIR: '.next-test', DATA_DIR: dataDir, ...env })

async function start(env: Record<string, string> = {}): Promise<Spawned> {
  const server = await spawnServer(settings(env))
  spawned.push(server)
  return server
}

/** A start that is expected to end by itself. */
async function startThatEnds(env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...settings(env) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  await once(child, 'close')
  return { code: child.exitCode, said: said.trim() }
}

async function health(url: string): Promise<unknown> {
  return (await fetch(`${url}/api/health`)).json()
}

const healthy = { app: 'ok', database: 'ok', migrations: { applied: expect.any(Number), pending: 0 } }

const postmasterPid = async () => Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n', 1)[0])

/** What a restart must not lose. */
const secretsOf = () => readFile(join(dataDir, 'secrets.json'), 'utf8')

async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1')
  // Taken by somebody else is as good.
  await Promise.race([once(server, 'listening'), once(server, 'error')]).catch(() => undefined)
  return server
}

test('a second start names the running address and ends well; SIGTERM stops the database too', async () => {
  const server = await start()
  expect(await health(server.url)).toEqual(healthy)
  expect(await startThatEnds()).toEqual({ code: 0, said: `Myelin already runs at ${server.url}` })
  await server.stop('SIGTERM')
  expect(server.child.exitCode).toBe(0)
  await expect(postmasterPid()).rejects.toThrow('ENOENT')
})

test('SIGTERM to npm, as a supervisor sends it, stops the server and the database', async () => {
  const npm = spawn('npm', ['start'], { env: { ...process.env, ...settings({}) }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  npm.stdout.on('data', (chunk) => (said += chunk))
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Myelin is ready at')
  npm.kill('SIGTERM')
  await once(npm.stdout, 'close')
  await expect(postmasterPid()).rejects.toThrow('ENOENT')
})

test('two starts at once: one serves, the other names it', async () => {
  const starts = await Promise.allSettled([start(), start()])
  const serving = starts.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const refused = starts.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
  expect(serving).toHaveLength(1)
  expect(refused).toEqual([expect.stringContaining(`Myelin already runs at ${serving[0]?.url}`)])
})

for (const victims of ['the app', 'the app and its database'] as const) {
  test(`a start after kill -9 of ${victims} serves the same data`, async () => {
    const server = await start()
    const secrets = await secretsOf()
    const postmaster = await postmasterPid()
    await server.stop('SIGKILL')
    if (victims !== 'the app') process.kill(postmaster, 'SIGKILL')
    const again = await start()
    expect(await health(again.url)).toEqual(healthy)
    expect(await secretsOf()).toBe(secrets)
    expect((await postmasterPid()) === postmaster).toBe(victims === 'the app')
  })
}

test('a port that was asked for and is taken is named; without one, the next free one serves', async () => {
  const taken = await occupy(3000)
  expect(await startThatEnds({ PORT: '3000' })).toEqual({
    code: 1,
    said: 'Port 3000 is taken: set PORT to another one, or leave it unset to get a free one.',
  })
  const server = await start({ PORT: '' })
  expect(Number(new URL(server.url).port)).toBeGreaterThan(3000)
  taken.close()
})

const wrong: [name: string, env: () => Record<string, string>, sentence: RegExp][] = [
  [
    'a database that is not there',
    () => ({ DATABASE_URL: 'postgresql://me:hidden@127.0.0.1:1/x' }),
    /^The database 127\.0\.0\.1:1\/x of DATABASE_URL cannot/,
  ],
  [
    'a database of another kind',
    () => ({ DATABASE_URL: 'mysql://me:hidden@127.0.0.1/x' }),
    /^DATABASE_URL must be an address such as postgresql:/,
  ],
  ['a port that is no number', () => ({ PORT: 'http' }), /^PORT must be/],
  ['an address that is not of this machine', () => ({ HOST: '192.0.2.1' }), /^Myelin cannot listen on HOST 192\.0\.2\.1/],
  ['a shifted clock that others would see', () => ({ CLOCK_OFFSET_MS: '1', HOST: '0.0.0.0' }), /^CLOCK_OFFSET_MS is for tests/],
  ['a data folder that cannot be written', () => ({ DATA_DIR: '/dev/null/data' }), /^Myelin cannot write to \/dev\/null\/data/],
]

for (const [name, env, sentence] of wrong) {
  test(`${name} ends the start with one sentence`, async () => {
    const { code, said } = await startThatEnds(env())
    expect(code).toBe(1)
    expect(said).toMatch(sentence)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).not.toContain('hidden')
  })
}
