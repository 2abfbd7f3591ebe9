// Gives every page a policy with a nonce of its own, and a session's cookie its ninety days anew. It never decides who may see
// what: pages and handlers do.

import { NextResponse, type NextRequest } from 'next/server'
import { cookieName, cookieOptions, rolledToken } from '#lib/auth/token.ts'
import { now } from '#lib/clock.ts'
import { pagePolicy } from '#lib/http/security-headers.ts'

export async function proxy(request: NextRequest): Promise<NextResponse> {
  // What is no page keeps the stricter policy that every answer has.
  const response = request.nextUrl.pathname.startsWith('/api/') ? NextResponse.next() : withPolicy(request)
  const rolled = await rolledToken(request.cookies.get(cookieName())?.value, now())
  if (rolled !== null) response.cookies.set(cookieName(), rolled, cookieOptions())
  return response
}

function withPolicy(request: NextRequest): NextResponse {
  const policy = pagePolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  // Next reads the nonce out of this request header and puts it on its scripts and styles.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Handlers stay out, since the proxy would cut their bodies at 10 MB without a word; all but the queue, which has no body and is
// asked for every day by a tab that is never reloaded.
export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/queue'] }
