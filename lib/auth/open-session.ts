// Hands the browser the cookie that names its session, and takes it back.

import { cookies } from 'next/headers'
import type { SessionId } from '#lib/db/sessions.ts'
import { cookieName, cookieOptions, sessionToken } from './token.ts'

/** In a server action or a handler; a page that renders cannot set cookies. */
export async function openSession(sessionId: SessionId): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), await sessionToken(sessionId), cookieOptions())
}

/** Takes the cookie back; the session's row is the caller's to delete. */
export async function endSession(): Promise<void> {
  const jar = await cookies()
  jar.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
}
