/** `npm run restore -- FILE`: puts a backup into an empty database. */
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'

import { BackupFault } from '#lib/db/backup-format.ts'
import { restoreBackup } from '#lib/db/restore-backup.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run restore -- FILE, with a file that npm run backup wrote.'

/** An error of the file must reach whoever reads the unzipped bytes. */
function unzipped(file: string): AsyncIterable<Buffer> {
  const zipped = createReadStream(file)
  const gunzip = createGunzip()
  zipped.on('error', (error) => gunzip.destroy(error))
  return zipped.pipe(gunzip)
}

async function restore(url: string, file: string): Promise<string> {
  try {
    const counted = await restoreBackup(url, () => unzipped(file))
    const rows = counted.reduce((sum, table) => sum + table.rows, 0)
    return `Restored ${counted.length} tables, ${rows} rows. Start Myelin with npm start.`
  } catch (error) {
    if (error instanceof BackupFault) throw new Failure(error.message)
    throw error
  }
}

async function main([name, ...rest]: string[]): Promise<string> {
  if (name === undefined || name.startsWith('-') || rest.length > 0) throw new Failure(usage)
  const file = resolve(name)
  if (!existsSync(file)) throw new Failure(`There is no file ${file}. ${usage}`)
  return withDatabase((url) => restore(url, file))
}

await main(process.argv.slice(2)).then(console.log, fail)
