// next-auth's own routes: they carry GitHub and Google where these are set, and tell a page who is signed in. The session is ours:
// next-auth proves who somebody is, and what follows from that is decided by `arrive`.

import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { type Identity, isProvider, type Provider, PROVIDER_NAMES } from '#lib/core/provider.ts'
import { deleteSession } from '#lib/db/sessions.ts'
import { environment, type ProviderSettings } from '#lib/env.ts'
import { SESSION_MS } from './token.ts'

type Profile = Record<string, unknown>

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : null)

/** GitHub's ids are numbers. Empty: the provider named nobody, and next-auth refuses. */
const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : (textOf(value) ?? ''))

/** GitHub, or a GitHub Enterprise Server: the first has its API on a host of its own. */
function github({ id: clientId, secret: clientSecret, url }: ProviderSettings): OAuthConfig<Profile> {
  const api = url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`
  return {
    id: 'github',
    name: PROVIDER_NAMES.github,
    type: 'oauth',
    clientId,
    clientSecret,
    // No scope: who somebody is suffices, and no address is asked for.
    authorization: { url: `${url}/login/oauth/authorize`, params: { scope: '' } },
    token: `${url}/login/oauth/access_token`,
    userinfo: `${api}/user`,
    checks: ['state', 'pkce'],
    profile: (profile) => ({ id: idOf(profile['id']), name: textOf(profile['login']) }),
  }
}

function google({ id: clientId, secret: clientSecret, url }: ProviderSettings): OAuthConfig<Profile> {
  return {
    id: 'google',
    name: PROVIDER_NAMES.google,
    type: 'oauth',
    clientId,
    clientSecret,
    wellKnown: `${url}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email' } },
    idToken: true,
    checks: ['state', 'pkce', 'nonce'],
    profile: (profile) => ({ id: idOf(profile['sub']), name: textOf(profile['email']) }),
  }
}

/** Those that the environment sets. */
export function providersSet(): Provider[] {
  const env = environment()
  return (['github', 'google'] as const).filter((name) => env[name] !== null)
}

/** `arrive` signs in, links or refuses, and gives the path to go to. */
export function nextAuthOptions(arrive: (identity: Identity) => Promise<string>): NextAuthOptions {
  const env = environment()
  return {
    providers: [...(env.github ? [github(env.github)] : []), ...(env.google ? [google(env.google)] : [])],
    session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    callbacks: {
      // A path in the place of yes: next-auth goes there, and makes no session of its own.
      async signIn({ user, account }) {
        if (!account || !isProvider(account.provider)) return false
        return arrive({ provider: account.provider, id: account.providerAccountId, label: textOf(user.name) })
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.['sid'] === 'string') await deleteSession(token['sid'])
      },
    },
  }
}
