// The session cookie: next-auth's encrypted token, which names a Session row. The token alone opens nothing.

import { decode, encode } from 'next-auth/jwt'
import type { SessionId } from '#lib/db/sessions.ts'

const DAY_S = 86_400
/** A guest who stays away longer is deleted; every visit starts the time anew. */
export const SESSION_DAYS = 90
export const SESSION_MS = SESSION_DAYS * DAY_S * 1000
const ROLL_AFTER_S = DAY_S

const secret = () => {
  const value = process.env['NEXTAUTH_SECRET']
  if (!value) throw new Error('NEXTAUTH_SECRET is not set: start Myelin with npm start, which makes one.')
  return value
}

const overHttps = () => (process.env['NEXTAUTH_URL'] ?? '').startsWith('https://')

/** Browsers take a __Secure- cookie over https alone. */
export const cookieName = () => `${overHttps() ? '__Secure-' : ''}next-auth.session-token`

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: overHttps(), maxAge: SESSION_DAYS * DAY_S }) as const

export function sessionToken(sessionId: SessionId): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: secret(), maxAge: SESSION_DAYS * DAY_S })
}

/** The session that a cookie's value names, with the time at which it was issued, or null where the value is not ours. */
export async function readToken(token: string | undefined): Promise<{ sessionId: SessionId; issuedAtS: number } | null> {
  if (!token) return null
  try {
    const claims = await decode({ token, secret: secret() })
    return typeof claims?.['sid'] === 'string' && typeof claims.iat === 'number'
      ? { sessionId: claims['sid'], issuedAtS: claims.iat }
      : null
  } catch {
    return null
  }
}

const PERMIT_S = 600

/** What a session may carry to a provider and back, for ten minutes: that its password was typed, and an identity may be linked. */
export function linkPermit(sessionId: SessionId): Promise<string> {
  return encode({ token: { link: sessionId }, secret: secret(), maxAge: PERMIT_S })
}

/** The session that may link; null where the value is not ours or too old. */
export async function readLinkPermit(permit: string): Promise<SessionId | null> {
  try {
    const claims = await decode({ token: permit, secret: secret() })
    return typeof claims?.['link'] === 'string' ? claims['link'] : null
  } catch {
    return null
  }
}

/** A fresh value for a cookie that is more than a day old, so that it rolls; null where there is nothing to roll. */
export async function rolledToken(token: string | undefined, now: number): Promise<string | null> {
  const read = await readToken(token)
  return read !== null && now / 1000 - read.issuedAtS > ROLL_AFTER_S ? sessionToken(read.sessionId) : null
}
