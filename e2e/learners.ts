/** Learners made without the first page, and a look at their rows past the app. */
import type { BrowserContext } from '@playwright/test'
import { Client } from 'pg'
import { hashPassword, makeRecoveryCodes } from '#lib/auth/password.ts'
import { cookieName, SESSION_MS, sessionToken } from '#lib/auth/token.ts'
import { findSession, type SessionId } from '#lib/db/sessions.ts'
import { claimLogin } from '#lib/study/claim-login.ts'
import { startGuest } from '#lib/study/start-guest.ts'
import type { Learner } from '#lib/study/learner.ts'

export type Guest = { learner: Learner; sessionId: SessionId; cookie: { name: string; value: string } }

/** A guest of the shared server, whose zone is the tests' browser's. */
export async function makeGuest(): Promise<Guest> {
  const now = Date.now()
  const sessionId = await startGuest('Europe/Lisbon', now, SESSION_MS)
  const session = await findSession(sessionId, now)
  if (!session) throw new Error('A guest who was just made has a session.')
  return { learner: session.user, sessionId, cookie: { name: cookieName(), value: await sessionToken(sessionId) } }
}

/** The address of the server that the tests share. */
export const sharedUrl = (): string => process.env['E2E_URL'] ?? ''

export async function signIn(context: BrowserContext, { cookie }: Guest): Promise<void> {
  await context.addCookies([{ ...cookie, url: sharedUrl() }])
}

/** The rows that a statement gives, from the shared server's database unless another is named. */
export async function rowsOf<Row extends object>(
  sql: string,
  values: unknown[] = [],
  databaseUrl = process.env['DATABASE_URL'] ?? '',
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql, values)
    return rows
  } finally {
    await client.end()
  }
}

/** All that a learner owns, as text that is equal as long as no row changed. Whether Find has read a note is no word of theirs. */
export async function everythingOf(userId: string): Promise<string> {
  const tables = ['Preset', 'PresetVersion', 'Deck', 'Note', 'Card', 'Event', 'Cursor', 'DayRollup', 'Change', 'Media']
  const queries = tables.map((table) =>
    rowsOf(`SELECT (to_jsonb(t) - 'textRead')::text AS row FROM "${table}" t WHERE "userId" = $1 ORDER BY 1`, [userId]),
  )
  return JSON.stringify(await Promise.all(queries))
}

export type Account = Guest & { email: string; password: string; codes: string[] }

/** A guest who claimed: the password is a sentence, and the address is nobody else's. */
export async function makeAccount(): Promise<Account> {
  const guest = await makeGuest()
  const { id } = guest.learner
  const email = `${id}@example.org`
  const password = 'the virus waits in the kidney'
  const { codes, hashes: codeHashes } = await makeRecoveryCodes(id)
  const outcome = await claimLogin(id, { email, passwordHash: await hashPassword(password), codeHashes }, Date.now())
  if (outcome !== 'claimed') throw new Error('An address that nobody has can be claimed.')
  return { ...guest, email, password, codes }
}
