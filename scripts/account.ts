/** `npm run account -- reset EMAIL`: what the operator does for a learner who cannot sign in. */
import { now } from '#lib/clock.ts'
import { readEmail } from '#lib/core/email.ts'
import { closeDatabase } from '#lib/db/client.ts'
import { databaseStatus } from '#lib/db/health.ts'
import { environment } from '#lib/env.ts'
import { makeResetToken, RESET_HOURS } from '#lib/study/make-reset-link.ts'

import { fail, Failure } from './failure.mjs'
import { loadSettings } from './settings.mjs'
import { withDatabase } from './with-database.ts'

const usage = 'Say npm run account -- reset EMAIL.'

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

async function answer([verb, email, ...rest]: string[]): Promise<string> {
  if (verb !== 'reset' || email === undefined || rest.length > 0) throw new Failure(usage)
  return withDatabase(async (url, served) => {
    process.env['DATABASE_URL'] = url
    return reset(email, served).finally(closeDatabase)
  })
}

loadSettings(process.cwd())
await answer(process.argv.slice(2)).then(console.log, fail)
