import { expect, test } from 'vitest'
import { readJson } from './json-body.ts'

const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers: { 'content-type': type } })

test.each([
  ['JSON', post('{"a": 1}'), { ok: true, value: { a: 1 } }],
  ['JSON with a character set', post('[]', 'application/json; charset=utf-8'), { ok: true, value: [] }],
  ['a form', post('a=1', 'application/x-www-form-urlencoded'), { ok: false, code: 'wrong-type' }],
  ['text that says it is JSON', post('{"a": '), { ok: false, code: 'malformed' }],
  ['bytes that are no UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), { ok: false, code: 'malformed' }],
  ['more than it may be', post(JSON.stringify('x'.repeat(100))), { ok: false, code: 'too-large' }],
])('%s', async (_, request, expected) => {
  expect(await readJson(request, 100)).toEqual(expected)
})

test('a stream without a declared length is given up once it is too long', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(10))
    },
  })
  const request = new Request('http://127.0.0.1/', {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit)
  expect(await readJson(request, 100)).toEqual({ ok: false, code: 'too-large' })
  expect(pulled).toBeLessThan(20)
})
