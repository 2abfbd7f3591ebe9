import { createServer, type Server } from 'node:http'

import { afterEach, expect, test, vi } from 'vitest'

import { log } from '#lib/log.ts'

import { type Handler, handlerOf } from './http-server.ts'
import { listen } from './listen.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  vi.restoreAllMocks()
})

async function serve(app: Handler, settings: Partial<Parameters<typeof handlerOf>[1]> = {}): Promise<string> {
  const handle = handlerOf(app, { trustProxy: false, publicUrl: null, ...settings })
  const server = createServer((request, response) => void handle(request, response))
  servers.push(server)
  return `http://127.0.0.1:${await listen(server, { host: '127.0.0.1', port: 0 })}`
}

const tellAddress: Handler = (request, response) => response.end(request.headers['x-myelin-address'])

test.each([
  ['the socket, when no proxy is trusted', false, {}, '127.0.0.1'],
  ['the socket, whatever the client claims', false, { 'x-myelin-address': '192.0.2.9', 'x-forwarded-for': '192.0.2.9' }, '127.0.0.1'],
  ['the last hop, when our proxy is trusted', true, { 'x-forwarded-for': '192.0.2.9, 192.0.2.7' }, '192.0.2.7'],
  ['the socket, when the proxy says nothing', true, {}, '127.0.0.1'],
])('the address is that of %s', async (_case, trustProxy, headers, address) => {
  const url = await serve(tellAddress, { trustProxy })
  expect(await (await fetch(url, { headers })).text()).toBe(address)
})

test('every answer carries the headers of security, and what the app sets replaces them', async () => {
  const url = await serve((_request, response) => response.setHeader('content-security-policy', 'of the page').end())
  const { headers } = await fetch(url)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe('of the page')
})

test('a request leaves one line, without its query', async () => {
  const info = vi.spyOn(log, 'info').mockImplementation(() => undefined)
  const url = await serve((_request, response) => response.writeHead(418).end())
  await fetch(`${url}/review?learner=me`, { method: 'POST' })
  await vi.waitFor(() => expect(info).toHaveBeenCalledOnce())
  expect(info).toHaveBeenCalledWith({ method: 'POST', path: '/review', status: 418, ms: expect.any(Number) }, 'request')
})

test('an app that throws answers 500, and the error is in the log', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => undefined)
  const url = await serve(() => Promise.reject(new Error('out of order')))
  expect((await fetch(url)).status).toBe(500)
  expect(error).toHaveBeenCalledOnce()
})
