/**
 * What the operator does for a learner: `npm run account -- restore FILE --email ADDRESS` puts what they downloaded into
 * their account, and `npm run account -- reset EMAIL` gives a one-time link to one who cannot sign in.
 */
import { readFile, stat } from 'node:fs/promises'

import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import { closeDatabase } from '#lib/db/client.ts'
import { databaseStatus } from '#lib/db/health.ts'
import { findLogin } from '#lib/db/logins.ts'
import { environment } from '#lib/env.ts'
import { readExport } from '#lib/http/export-document.ts'
import { makeResetToken, RESET_HOURS } from '#lib/study/make-reset-link.ts'
import { restoreLearner, type RestoreRefusal } from '#lib/study/restore-learner.ts'

import { fail, Failure } from './failure.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run account -- reset EMAIL, or restore FILE --email ADDRESS with a file from “Download everything”.'

/** The longest text that Node holds, with some to spare. */
const MAX_BYTES = 500_000_000

const refusals: Record<RestoreRefusal, string> = {
  'not-empty': 'That learner has answers or decks already: restore into a new one.',
  taken: 'Somebody took that address meanwhile: try again.',
  newer: 'This export was made by a newer Myelin: restore it with that version.',
  inconsistent: 'Rows of this export do not fit together: use another copy.',
}

async function textOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Failure(`There is no file ${file}. ${usage}`)
  if (found.size > MAX_BYTES) throw new Failure(`${file} is larger than ${MAX_BYTES} bytes, the most that can be restored at once.`)
  return readFile(file, 'utf8')
}

/** The address as it is stored. */
function addressOf(typed: string): string {
  const read = readEmail(typed)
  if (!read.ok) throw new Failure(`“${typed}” is no e-mail address. ${read.message}`)
  return read.email
}

async function insistUpToDate(): Promise<void> {
  if ((await databaseStatus()).pending > 0) throw new Failure('The database is not up to date: run npm run database -- migrate.')
}

/** The link, and what to do with it. */
async function linkFor(email: string, served: string | null): Promise<string> {
  const made = await makeResetToken(email, now())
  if (made === null) throw new Failure(`No account has the address ${email}.`)
  const address = environment().publicUrl ?? served
  const owner = made.name === null ? 'its owner' : `its owner, ${made.name},`
  return [
    ...(address === null ? ['Put the address of your Myelin before this:'] : []),
    `${address ?? ''}/reset#${made.token}`,
    `It works once, within ${RESET_HOURS} hours: give it to ${owner} alone. A link made before it works no more.`,
  ].join('\n')
}

async function reset(typed: string, served: string | null): Promise<string> {
  const email = addressOf(typed)
  await insistUpToDate()
  return linkFor(email, served)
}

/** Into the account of that address, which must be empty; into a new one, where nobody has it. */
async function restore(file: string, typed: string, served: string | null): Promise<string> {
  const read = readExport(await textOf(file))
  if (!read.ok) throw new Failure(read.sentence)
  const email = addressOf(typed)
  await insistUpToDate()
  const owner = await findLogin(email)
  const restored = await restoreLearner(read.document, now(), owner ? { learner: owner.userId } : { email })
  if (!restored.ok) {
    const detail = restored.detail && ` (${restored.detail.trim().split('\n').at(-1)})`
    throw new Failure(`${refusals[restored.refusal]} Nothing was restored.${detail}`)
  }
  const done = `Restored ${restored.cards} cards and ${restored.events} events into the account of ${email}.`
  return owner ? done : `${done}\nIt is new and has no password yet. This link chooses one:\n${await linkFor(email, served)}`
}

async function answer([verb, what, ...rest]: string[]): Promise<string> {
  const [flag, address, ...more] = rest
  const into = flag === '--email' && more.length === 0 ? address : undefined
  const known = verb === 'reset' ? rest.length === 0 : verb === 'restore' && into !== undefined
  if (what === undefined || !known) throw new Failure(usage)
  return withDatabase(async (url, served) => {
    process.env['DATABASE_URL'] = url
    const work = into === undefined ? reset(what, served) : restore(what, into, served)
    return work.finally(closeDatabase)
  })
}

await answer(process.argv.slice(2)).then(console.log, fail)
