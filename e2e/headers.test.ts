// Every answer tells the browser its limits, whatever it is an answer to.

import { expect, test } from './fixtures.ts'
import { makeGuest, sharedUrl } from './learners.ts'

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

const page = (nonce: string) =>
  new RegExp(
    `^default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; ` +
      `object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$`,
  )

const answers: { path: string; status: number; kind: 'page' | 'data'; signedIn?: boolean; method?: string }[] = [
  { path: '/', status: 200, kind: 'page' },
  { path: '/today', status: 200, kind: 'page', signedIn: true },
  { path: '/review', status: 200, kind: 'page', signedIn: true },
  { path: '/sign-in', status: 200, kind: 'page' },
  { path: '/recover', status: 200, kind: 'page' },
  { path: '/reset', status: 200, kind: 'page' },
  { path: '/claim', status: 200, kind: 'page', signedIn: true },
  { path: '/account', status: 307, kind: 'page', signedIn: true },
  { path: '/today', status: 307, kind: 'page' },
  { path: '/nothing/here', status: 404, kind: 'page' },
  { path: '/api/health', status: 200, kind: 'data' },
  { path: '/api/queue', status: 200, kind: 'data', signedIn: true },
  { path: '/api/queue', status: 401, kind: 'data' },
  { path: '/api/events', status: 403, kind: 'data', method: 'POST' },
  { path: '/api/events', status: 405, kind: 'data' },
  { path: `/api/media/${'0'.repeat(64)}`, status: 404, kind: 'data', signedIn: true },
  { path: '/api/notes', status: 403, kind: 'data', method: 'POST' },
  { path: '/api/auth/session', status: 200, kind: 'data' },
  { path: '/api/nothing', status: 404, kind: 'data' },
]

for (const { path, status, kind, signedIn = false, method = 'GET' } of answers) {
  test(`${method} ${path} (${status}) carries the ${kind}'s policy and all other headers`, async ({ request }) => {
    const { cookie } = await makeGuest()
    const headers = signedIn ? { cookie: `${cookie.name}=${cookie.value}` } : {}
    const response = await request.fetch(`${sharedUrl()}${path}`, { method, headers, maxRedirects: 0 })
    expect(response.status()).toBe(status)
    expect(response.headers()).toMatchObject(common)
    expect(response.headers()).not.toHaveProperty('x-powered-by')
    expect(response.headers()['permissions-policy']).toContain('camera=()')
    const policy = response.headers()['content-security-policy']
    if (kind === 'data') expect(policy).toBe(`default-src 'none'; frame-ancestors 'none'`)
    else expect(policy).toMatch(page('[A-Za-z0-9+/=]{20,}'))
  })
}

test('scripts and styles carry the headers too', async ({ request }) => {
  const html = await (await request.get(sharedUrl())).text()
  const assets = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(assets.length).toBeGreaterThan(5)
  for (const path of new Set(assets)) {
    const response = await request.get(`${sharedUrl()}${path}`)
    expect(response.status(), path).toBe(200)
    expect(response.headers(), path).toMatchObject(common)
  }
})

test('each page has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all([1, 2, 3].map(async () => (await request.get(sharedUrl())).headers()['content-security-policy']))
  expect(new Set(policies).size).toBe(3)
})
