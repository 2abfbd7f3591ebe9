// What no page of ours would send is refused with the right status, and nothing is saved.

import { senderOf } from './answers.ts'
import { expect, test } from './fixtures.ts'
import { everythingOf } from './learners.ts'

const foreign: { name: string; headers: Record<string, string> }[] = [
  { name: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
  { name: 'another host of the same domain', headers: { 'sec-fetch-site': 'same-site' } },
  { name: 'another origin, from a browser without Fetch Metadata', headers: { 'sec-fetch-site': '', origin: 'https://example.org' } },
  { name: 'an origin that is none', headers: { 'sec-fetch-site': '', origin: 'null' } },
]

for (const { name, headers } of foreign) {
  test(`answers from ${name} are refused, and nothing is saved`, async ({ request }) => {
    const { made, batch } = await senderOf(request)
    const before = await everythingOf(made.guest.learner.id)
    const response = await made.post(batch, headers)
    expect(response.status()).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'cross-site' } })
    expect(await everythingOf(made.guest.learner.id)).toBe(before)
  })
}

test('a batch of 500 is taken, one of 501 and a body beyond the limit are too large', async ({ request }) => {
  const { made, event } = await senderOf(request)
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
    const { made } = await senderOf(request)
    expect((await made.post(body, headers)).status()).toBe(status)
  })
}
