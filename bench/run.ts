// `npm run bench -- [NAME…] [--json]`: the benchmarks, each against an anchor in the same run.

import { mkdirSync, rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '#lib/db/migrate.ts'
import { seedShippedBases } from '#lib/study/testing.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { benchDue } from './due.ts'
import { benchEditor } from './editor.ts'
import { benchEvents } from './events.ts'
import { benchFind } from './find.ts'
import type { Row } from './measure.ts'
import { benchPaint } from './paint.ts'
import { benchProgress } from './progress.ts'

const FOLDER = '.cache/bench'
const benches: Record<string, (client: pg.Client) => Promise<Row[]>> = {
  due: benchDue,
  editor: benchEditor,
  events: benchEvents,
  find: benchFind,
  paint: benchPaint,
  progress: benchProgress,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const cluster = await startPostgres({ folder: FOLDER, password: 'bench' })
const rows: Row[] = []
try {
  process.env['DATABASE_URL'] = cluster.url()
  await migrate(cluster.url())
  await seedShippedBases()
  const client = new pg.Client({ connectionString: cluster.url(), options: '-c timezone=UTC' })
  // The server's end at the close of the run is no fault of a benchmark's.
  client.on('error', () => undefined)
  await client.connect()
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length === 0 || positionals.includes(name)) rows.push(...(await bench(client)))
  }
  await client.end()
} finally {
  await cluster.stop()
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
print(machine, rows)
process.exit(0)

function print(where: string, measured: Row[]): void {
  if (values.json) {
    console.log(JSON.stringify({ machine: where, rows: measured }, null, 2))
    return
  }
  console.log(where)
  const short = (number: number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3))
  for (const { name, unit, ours, anchor, anchorName, ratio, n, spread } of measured) {
    console.log(
      `${name.padEnd(28)} ${short(ours)} ${unit} (spread ${short(spread)}, n ${n}), ${short(ratio)} times ${short(anchor)} ${unit}: ${anchorName}`,
    )
  }
}
