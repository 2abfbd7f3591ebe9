// next-auth's own routes: they tell a page who is signed in, and signing out ends the session on the server too.

import type { NextAuthOptions } from 'next-auth'
import { deleteSession } from '#lib/db/sessions.ts'
import { SESSION_MS } from './token.ts'

export const nextAuthOptions: NextAuthOptions = {
  providers: [],
  session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
  pages: { signIn: '/', signOut: '/', error: '/' },
  events: {
    async signOut({ token }) {
      if (typeof token?.['sid'] === 'string') await deleteSession(token['sid'])
    },
  },
}
