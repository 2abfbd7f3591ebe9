import { describe, expect, test } from 'vitest'

import { isSameSite, readJson } from './read-json.ts'

const host = 'cards.example.org'
const publicUrl = 'https://public.example.org'

describe('a request comes from a page of ours', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['the browser says so', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, false],
    ['another site that forges our origin', { 'sec-fetch-site': 'cross-site', origin: `https://${host}` }, false],
    ['no word of the browser, our own origin', { origin: `http://${host}` }, true],
    ['no word of the browser, the public address', { origin: publicUrl }, true],
    ['no word of the browser, another origin', { origin: 'https://evil.example' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['neither header', {}, false],
  ])('%s', (_case, headers, expected) => {
    expect(isSameSite(new Headers({ host, ...headers }), publicUrl)).toBe(expected)
  })
})

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://127.0.0.1/api', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit)

const endless = () =>
  new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(0x20)) })

describe('a body', () => {
  test('is parsed', async () => {
    const read = await readJson(post('{"a": ["ü"]}', { 'content-type': 'application/json; charset=utf-8' }), { maxBytes: 100, publicUrl })
    expect(read).toEqual({ ok: true, body: { a: ['ü'] } })
  })

  test.each<[string, () => Request, number, string]>([
    ['of another type', () => post('{}', { 'content-type': 'text/plain' }), 415, 'not-json'],
    ['that is cut off', () => post('{"a": 1'), 400, 'malformed'],
    ['that is missing', () => post(null), 400, 'malformed'],
    ['that is no UTF-8', () => post(new Uint8Array([0x22, 0xff, 0x22])), 400, 'malformed'],
    ['that announces too much', () => post('{}', { 'content-length': '101' }), 413, 'too-large'],
    ['that never ends', () => post(endless()), 413, 'too-large'],
    ['from another site', () => post('{}', { 'sec-fetch-site': 'cross-site' }), 403, 'cross-site'],
  ])('%s is refused', async (_case, request, status, code) => {
    const read = await readJson(request(), { maxBytes: 100, publicUrl })
    if (read.ok) throw new Error('it was accepted')
    expect(read.response.status).toBe(status)
    expect(await read.response.json()).toMatchObject({ error: { code } })
  })
})
