import { expect, test } from 'vitest'
import { isSameSite } from './same-site.ts'

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['a sister domain', { 'sec-fetch-site': 'same-site' }, false],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, false],
  ['an old browser, our host', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
  ['an old browser, another host', { origin: 'http://evil.example', host: '127.0.0.1:3000' }, false],
  ['an old browser behind our proxy', { origin: 'https://cards.example.org', host: '127.0.0.1:3000' }, true],
  ['a sandboxed frame', { origin: 'null', host: '127.0.0.1:3000' }, false],
  ['a program that names neither', { host: '127.0.0.1:3000' }, false],
  [
    'a lie in Origin under Sec-Fetch-Site',
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    false,
  ],
])('%s', (_, headers, allowed) => {
  expect(isSameSite(new Headers(headers as Record<string, string>), 'https://cards.example.org')).toBe(allowed)
})
