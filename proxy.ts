// Gives every page a policy with a nonce of its own. It never decides who may see what: pages and handlers do.

import { NextResponse, type NextRequest } from 'next/server'
import { pagePolicy } from '#lib/http/security-headers.ts'

export function proxy(request: NextRequest): NextResponse {
  const policy = pagePolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  // Next reads the nonce out of this request header and puts it on its scripts and styles.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Handlers stay out: the proxy would cut their bodies at 10 MB without a word.
export const config = { matcher: ['/((?!api/|_next/static/).*)'] }
