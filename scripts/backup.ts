/** `npm run backup -- FILE`: a copy of everything, taken while Myelin runs or not. */
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { now } from '#lib/clock.ts'
import { writeBackup } from '#lib/db/backup.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run backup -- FILE, such as npm run backup -- myelin-2026-11-24.backup.'

/** Written beside its place and moved there whole, readable by its owner alone: it holds what learners made. */
async function write(url: string, file: string): Promise<string> {
  const draft = `${file}.partial`
  const zip = createGzip()
  const out = zip.pipe(createWriteStream(draft, { mode: 0o600, flush: true }))
  const written = finished(out)
  // Handled below, and by then it may have failed already.
  written.catch(() => undefined)
  zip.on('error', (error) => out.destroy(error))
  out.on('error', (error) => zip.destroy(error))
  try {
    const counted = await writeBackup(url, zip, now())
    zip.end()
    await written
    await rename(draft, file)
    const rows = counted.reduce((sum, table) => sum + table.rows, 0)
    return `Wrote ${file}: ${counted.length} tables, ${rows} rows, ${(await stat(file)).size} bytes.`
  } catch (error) {
    out.destroy()
    await rm(draft, { force: true })
    throw error
  }
}

async function main([name, ...rest]: string[]): Promise<string> {
  if (name === undefined || name.startsWith('-') || rest.length > 0) throw new Failure(usage)
  const file = resolve(name)
  if (existsSync(file)) throw new Failure(`${file} is there already: name a new file, or move that one away.`)
  return withDatabase((url) => write(url, file))
}

await main(process.argv.slice(2)).then(console.log, fail)
