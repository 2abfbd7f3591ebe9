// The browser's session: the row that the server keeps, and the cookie that names it. In a server action or a handler: a page
// that renders cannot set cookies.

import { cookies } from 'next/headers'
import { v7 as uuidv7 } from 'uuid'
import type { UserId } from '#lib/core/ids.ts'
import { now } from '#lib/clock.ts'
import { database } from '#lib/db/client.ts'
import { deleteSession, insertSession, type SessionId } from '#lib/db/sessions.ts'
import { currentSession } from './require-user.ts'
import { cookieName, cookieOptions, SESSION_MS, sessionToken } from './token.ts'

/** Hands the browser the cookie of a session that was just made. */
export async function openSession(sessionId: SessionId): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), await sessionToken(sessionId), cookieOptions())
}

/** Makes a session of the learner's for this browser; the one that it had ends, whosever it was. */
export async function signInAs(userId: UserId, device: string | null): Promise<void> {
  const before = await currentSession()
  const id = uuidv7()
  const at = now()
  await insertSession(database(), { id, userId, expiresAt: at + SESSION_MS, device }, at)
  if (before) await deleteSession(before.sessionId)
  await openSession(id)
}

/** Ends this browser's session on the server, and takes its cookie back. */
export async function closeSession(): Promise<void> {
  const before = await currentSession()
  if (before) await deleteSession(before.sessionId)
  const jar = await cookies()
  jar.delete({ name: cookieName(), ...cookieOptions(), maxAge: 0 })
}
