// Who is asking: the one place that turns a cookie into a learner. Every page, handler and action that reads or writes asks here.

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { HOUR_MS } from '#lib/core/day-civil.ts'
import type { UserId } from '#lib/core/ids.ts'
import type { Preferences } from '#lib/core/preferences.ts'
import { now } from '#lib/clock.ts'
import { extendSession, findSession, type SessionId } from '#lib/db/sessions.ts'
import { cookieName, readToken, SESSION_MS } from './token.ts'

export type CurrentUser = { id: UserId; guest: boolean; zone: string; rolloverHour: number; preferences: Preferences }

const TOUCH_AFTER_MS = HOUR_MS

export type CurrentSession = { sessionId: SessionId; user: CurrentUser }

/** The session of this request, or null where none stands behind it. Layout and page of one request ask once. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readToken((await cookies()).get(cookieName())?.value)
  if (!token) return null
  const at = now()
  const session = await findSession(token.sessionId, at)
  if (!session) return null
  if (at - session.lastSeenAt > TOUCH_AFTER_MS) await extendSession(session.sessionId, at, at + SESSION_MS)
  return { sessionId: session.sessionId, user: session.user }
})

/** The learner of this request, or null where no session stands behind it. */
export async function currentUser(): Promise<CurrentUser | null> {
  return (await currentSession())?.user ?? null
}

/** The learner of this request; without one, on to the first page. */
export async function requireUser(): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect('/')
}
