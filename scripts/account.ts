/** `npm run account -- restore FILE`: makes a learner out of what they downloaded. */
import { readFile, stat } from 'node:fs/promises'

import { now } from '#lib/clock.ts'
import { closeDatabase } from '#lib/db/client.ts'
import { databaseStatus } from '#lib/db/health.ts'
import { readExport } from '#lib/http/export-document.ts'
import { restoreLearner, type RestoreRefusal } from '#lib/study/restore-learner.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run account -- restore FILE, with a file from “Download everything”.'

/** The longest text that Node holds, with some to spare. */
const MAX_BYTES = 500_000_000

const refusals: Record<RestoreRefusal, string> = {
  'not-empty': 'That learner has answers or decks already: restore into a new one.',
  newer: 'This export was made by a newer Myelin: restore it with that version.',
  inconsistent: 'Rows of this export do not fit together: use another copy.',
}

async function textOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Failure(`There is no file ${file}. ${usage}`)
  if (found.size > MAX_BYTES) throw new Failure(`${file} is larger than ${MAX_BYTES} bytes, the most that can be restored at once.`)
  return readFile(file, 'utf8')
}

async function restore(file: string): Promise<string> {
  const read = readExport(await textOf(file))
  if (!read.ok) throw new Failure(read.sentence)
  if ((await databaseStatus()).pending > 0) throw new Failure('The database is not up to date: run npm run database -- migrate.')
  const restored = await restoreLearner(read.document, now())
  if (!restored.ok) {
    const detail = restored.detail && ` (${restored.detail.trim().split('\n').at(-1)})`
    throw new Failure(`${refusals[restored.refusal]} Nothing was restored.${detail}`)
  }
  return `Restored ${restored.cards} cards and ${restored.events} events as the learner ${restored.userId}.`
}

async function answer([verb, file, ...rest]: string[]): Promise<string> {
  if (verb !== 'restore' || file === undefined || rest.length > 0) throw new Failure(usage)
  return withDatabase(async (url) => {
    process.env['DATABASE_URL'] = url
    return restore(file).finally(closeDatabase)
  })
}

await answer(process.argv.slice(2)).then(console.log, fail)
