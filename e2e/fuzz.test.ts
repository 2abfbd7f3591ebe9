// Whatever is asked of it, the server answers without a fault and goes on.

import fc from 'fast-check'
import { senderOf } from './answers.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf, makeGuest, sharedUrl } from './learners.ts'

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
  const { made, event } = await senderOf(request)
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
  '/find',
  '/api/find',
  '/api/find/acts',
  '/api/tags',
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
  '/sign-in',
  '/claim',
  '/recover',
  '/reset',
  '/account',
  '/api/auth/callback/github',
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
      '?q=%00%ED%A0%80&q=x&sort=-constructor&from=[1e999,null,{}]',
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
