import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { NextRequest } from 'next/server'
import { nextAuthOptions } from '#lib/auth/next-auth.ts'
import { log } from '#lib/log.ts'
import { arrive } from '../arrive.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

// Codes alone: what else next-auth would say can hold a token, or who somebody is.
const logger = {
  error: (code) => log.error({ code }, 'next-auth'),
  warn: (code) => log.warn({ code }, 'next-auth'),
  debug: () => undefined,
} satisfies NextAuthOptions['logger']

// Made at a request and not at the build, which has no settings of its own.
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context as never, { ...nextAuthOptions(arrive), logger }) as Promise<Response>

export { handler as GET, handler as POST }
