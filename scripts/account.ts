/**
 * What the operator does for a learner: `npm run account -- restore FILE` makes one out of what they downloaded, and
 * `npm run account -- reset EMAIL` gives a one-time link to one who cannot sign in.
 */
import { readFile, stat } from 'node:fs/promises'

import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import { closeDatabase } from '#lib/db/client.ts'
import { databaseStatus } from '#lib/db/health.ts'
import { environment } from '#lib/env.ts'
import { readExport } from '#lib/http/export-document.ts'
import { makeResetToken, RESET_HOURS } from '#lib/study/make-reset-link.ts'
import { restoreLearner, type RestoreRefusal } from '#lib/study/restore-learner.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run account -- restore FILE, with a file from “Download everything”, or npm run account -- reset EMAIL.'

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

async function reset(email: string, served: string | null): Promise<string> {
  const read = readEmail(email)
  if (!read.ok) throw new Failure(`“${email}” is no e-mail address. ${read.message}`)
  if ((await databaseStatus()).pending > 0) throw new Failure('The database is not up to date: run npm run database -- migrate.')
  const token = await makeResetToken(read.email, now())
  if (token === null) throw new Failure(`No account has the address ${read.email}.`)
  const address = environment().publicUrl ?? served
  const link = `${address ?? ''}/reset#${token}`
  return [
    ...(address === null ? ['Put the address of your Myelin before this:'] : []),
    link,
    `It works once, within ${RESET_HOURS} hours: give it to its owner alone. A link made before it works no more.`,
  ].join('\n')
}

async function answer([verb, subject, ...rest]: string[]): Promise<string> {
  if ((verb !== 'restore' && verb !== 'reset') || subject === undefined || rest.length > 0) throw new Failure(usage)
  return withDatabase(async (url, served) => {
    process.env['DATABASE_URL'] = url
    const work = verb === 'reset' ? reset(subject, served) : restore(subject)
    return work.finally(closeDatabase)
  })
}

await answer(process.argv.slice(2)).then(console.log, fail)
