/** The server: database, migrations, fact bases, Next, in this order, and their end in the opposite one. */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'

import next from 'next'

import { bases } from '#decks/registry.ts'
import { now } from '#lib/clock.ts'
import { closeDatabase } from '#lib/db/client.ts'
import { environment, type Environment } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { seedBases } from '#lib/study/seed-bases.ts'

import { holdCluster, openDatabase } from './open-database.ts'
import { handlerOf, type Handler } from './http-server.ts'
import { listen, urlOf } from './listen.ts'
import { secretsOf } from './secrets.ts'

/** How long requests under way may take to end once the server is told to stop. */
const drainMs = 5_000
/** The whole stop may take this long before the process leaves regardless; Postgres then recovers by itself. */
const stopMs = 20_000

export type ServeOptions = { folder: string; buildFolder: string }

function tellThisProcess(env: Environment, databaseUrl: string, secret: string, url: string): void {
  process.env['DATABASE_URL'] = databaseUrl
  process.env['NEXTAUTH_SECRET'] = secret
  process.env['NEXTAUTH_URL'] = env.publicUrl ?? url
}

/** Starts everything and answers with the address; throws a Failure with a sentence where a person can help. */
export async function serve({ folder, buildFolder }: ServeOptions): Promise<string> {
  const env = environment()
  let handle: Handler = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Myelin is starting.\n')
  }
  const server = createServer((request, response) => void handle(request, response))
  // Longer than a reverse proxy keeps its own end, or it would send a request into a connection that is being closed.
  server.keepAliveTimeout = 75_000
  const port = await listen(server, env)
  const url = urlOf(env.host, port)
  const secrets = secretsOf(folder)
  const opening = openDatabase(env, folder, secrets.databasePassword)
  let release = async () => {}
  // A signal may come at any moment from here on: what is being started is then awaited, and stopped.
  stopWith(server, async () => {
    const opened = await opening.catch(() => null)
    await release()
    await opened?.stop()
  })
  const database = await opening
  // Where another Myelin serves this folder, its database is not ours to stop.
  if (database.embedded) release = await holdCluster(database.url)
  try {
    tellThisProcess(env, database.url, env.nextAuthSecret ?? secrets.nextAuthSecret, url)
    await database.bringUpToDate()
    await seed()
    process.env['NEXT_DIST_DIR'] = buildFolder
    const app = next({ dev: false, dir: process.cwd(), hostname: env.host, port })
    await app.prepare()
    handle = handlerOf(app.getRequestHandler(), env)
    return url
  } catch (error) {
    await release()
    await database.stop()
    throw error
  }
}

/** Ships the decks that come with this version. Next's bundles open connections of their own, so ours are closed again. */
async function seed(): Promise<void> {
  const read = async (file: string) => ({ file, text: await readFile(file, 'utf8') })
  const files = await Promise.all(bases.map((base) => read(`decks/${base}/facts.yaml`)))
  await seedBases(files, now()).finally(closeDatabase)
}

/** On the first SIGINT or SIGTERM: no new requests, those under way end, the database stops. */
function stopWith(server: Server, stopDatabase: () => Promise<void>): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), stopMs).unref()
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), drainMs).unref()
    await closed
    await stopDatabase()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
  if (process.env['npm_lifecycle_event']) stopWithShell(() => void stop('SIGTERM'))
}

/** npm passes a signal to the shell between us, which dies of it without passing it on: its end is our signal. */
function stopWithShell(stop: () => void): void {
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && stop(), 500).unref()
}
