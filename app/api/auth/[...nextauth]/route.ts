import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { nextAuthOptions } from '#lib/auth/next-auth.ts'
import { arrive } from '../arrive.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

// Made at a request and not at the build, which has no settings of its own.
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context as never, nextAuthOptions(arrive)) as Promise<Response>

export { handler as GET, handler as POST }
