// Leaves for a provider. By fetch and location, for the content policy lets no form lead to another site.

import type { Provider } from '#lib/core/provider.ts'

/** Throws where the server does not answer; resolves once the browser is on its way. */
export async function leaveFor(provider: Provider): Promise<void> {
  const { csrfToken } = (await askJson('/api/auth/csrf')) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, callbackUrl: location.origin, json: 'true' })
  const { url } = (await askJson(`/api/auth/signin/${provider}`, { method: 'POST', body })) as { url: string }
  location.assign(url)
}

async function askJson(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  return response.json()
}
