import { expect, test } from 'vitest'

import { pagePolicy, securityHeaders } from './security-headers.ts'

test('a page runs what carries its nonce, and neither inline code nor frames of others', () => {
  const policy = pagePolicy('n0nce')
  expect(policy).toContain(`script-src 'self' 'nonce-n0nce' 'strict-dynamic'`)
  expect(policy).toContain(`frame-ancestors 'none'`)
  expect(policy).not.toContain('unsafe')
})

test.each([
  ['https://cards.example.org', true],
  ['http://cards.example.org', false],
  [null, false],
])('HTTPS is demanded from the public address %s: %s', (publicUrl, demanded) => {
  expect('strict-transport-security' in securityHeaders(publicUrl)).toBe(demanded)
})
