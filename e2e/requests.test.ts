// What no page of ours would send: refused with the right status, whatever it is, by a server that goes on.

import fc from 'fast-check'
import { encodeMade } from '#lib/core/wire.ts'
import { Sender } from './answers.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, sharedUrl } from './learners.ts'

async function sender(request: ConstructorParameters<typeof Sender>[0]) {
  const made = new Sender(request, await makeGuest())
  const [card] = await made.cards()
  if (!card) throw new Error('A new learner has cards.')
  const event = encodeMade(await made.answer(card))
  return { made, event, batch: made.batch([event]) }
}

const foreign: { name: string; headers: Record<string, string> }[] = [
  { name: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
  { name: 'another host of the same domain', headers: { 'sec-fetch-site': 'same-site' } },
  { name: 'another origin, from a browser without Fetch Metadata', headers: { 'sec-fetch-site': '', origin: 'https://example.org' } },
  { name: 'an origin that is none', headers: { 'sec-fetch-site': '', origin: 'null' } },
]

for (const { name, headers } of foreign) {
  test(`answers from ${name} are refused, and nothing is saved`, async ({ request }) => {
    const { made, batch } = await sender(request)
    const before = await everythingOf(made.guest.learner.id)
    const response = await made.post(batch, headers)
    expect(response.status()).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'cross-site' } })
    expect(await everythingOf(made.guest.learner.id)).toBe(before)
  })
}

test('a batch of 500 is taken, one of 501 and a body beyond the limit are too large', async ({ request }) => {
  const { made, event } = await sender(request)
  const events = (count: number) => Array.from({ length: count }, () => event)
  expect((await made.post(made.batch(events(501)))).status()).toBe(413)
  expect((await made.post(`"${'x'.repeat(10_000_000)}"`)).status()).toBe(413)
  const taken = await made.post(made.batch(events(500)))
  expect(taken.status()).toBe(200)
  expect(((await taken.json()) as { results: unknown[] }).results).toHaveLength(500)
})

const bodies: { name: string; body: string; headers?: Record<string, string>; status: number }[] = [
  { name: 'no JSON', body: '{"formatVersion": 1,', status: 400 },
  { name: 'a list', body: '[]', status: 400 },
  { name: 'null', body: 'null', status: 400 },
  { name: 'nothing', body: ' ', status: 400 },
  { name: 'a form', body: 'events=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
  { name: 'text', body: '{}', headers: { 'content-type': 'text/plain' }, status: 415 },
  { name: 'deep nesting', body: '['.repeat(50_000) + ']'.repeat(50_000), status: 400 },
]

for (const { name, body, headers = {}, status } of bodies) {
  test(`${name} instead of a batch answers ${status}`, async ({ request }) => {
    const { made } = await sender(request)
    expect((await made.post(body, headers)).status()).toBe(status)
  })
}

/** Values that break what trusts its input. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, -1e308, 1.5, 2 ** 53, '', ' ', '\uD800', '\u0000', '__proto__', 'NaN', [], {}),
  fc.constantFrom(
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '-000001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '2026-02-30',
  ),
  fc.constant(JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}') as unknown),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
)

const fields = [
  'id',
  'kind',
  'cardId',
  'group',
  'device',
  'seq',
  'claimedAt',
  'zone',
  'rolloverHour',
  'rating',
  'tookMs',
  'presetVersion',
].concat(['after', 'next', 'seen', 'practice', 'suspends', 'confidence', 'variant', 'pointsTicked', 'target', 'flag', 'why', 'memory'])

test('a batch with odd values in it is answered, and never by a fault', async ({ request }) => {
  const { made, event } = await sender(request)
  const other = await makeGuest()
  const before = await everythingOf(other.learner.id)
  const mutation = fc.dictionary(fc.constantFrom(...fields), odd, { minKeys: 1, maxKeys: 3 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 5 }),
      fc.dictionary(fc.constantFrom('sentAt', 'holding', 'device'), odd, { maxKeys: 1 }),
      async (changes, envelope) => {
        const events = changes.map((change) => ({ ...event, ...change }))
        const response = await made.post({ ...made.batch([]), events, ...envelope })
        expect([200, 400], `${response.status()} ${await response.text()}`).toContain(response.status())
      },
    ),
    { numRuns: 200, endOnFailure: true },
  )
  expect(await everythingOf(other.learner.id)).toBe(before)
})

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']
const routes = [
  '/',
  '/today',
  '/review',
  '/api/health',
  '/api/queue',
  '/api/events',
  '/api/auth/session',
  '/api/auth/csrf',
  '/api/auth/providers',
].concat([
  '/api/auth/signin',
  '/api/auth/signout',
  '/api/auth/error',
  '/api/auth/callback/credentials',
  '/api/auth/x',
  '/nothing',
  '/icon.svg',
])

for (const route of routes) {
  test(`${route} answers whatever is asked of it without a fault`, async ({ request }) => {
    const { cookie } = await makeGuest()
    const cookies = [`${cookie.name}=${cookie.value}`, `${cookie.name}=x.y.z`, `${cookie.name}=%00; next-auth.callback-url=%E0%A4%A`, '']
    const words = [
      '',
      '?more=%00&since=0000-01-01T00:00:00Z',
      '?since=+275760-09-13T00:00:00.000Z&more=new&more=forgotten',
      '?__proto__=1&%FF=%FF',
    ]
    for (const [index, method] of methods.entries()) {
      for (const word of words) {
        const headers = {
          'sec-fetch-site': 'same-origin',
          cookie: cookies[index % cookies.length] ?? '',
          'next-action': index % 2 ? 'x'.repeat(42) : '',
        }
        const set = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
        const response = await request.fetch(`${sharedUrl()}${route}${word}`, { method, headers: set, maxRedirects: 0 })
        expect(response.status(), `${method} ${route}${word}`).toBeLessThan(500)
      }
    }
    expect((await request.get(`${sharedUrl()}/api/health`)).status()).toBe(200)
  })
}
