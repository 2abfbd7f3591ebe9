/** What stands around Next for every request: who asks, and one line in the log. */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Environment } from '#lib/env.ts'
import { securityHeaders } from '#lib/http/security-headers.ts'
import { log, loggedPath } from '#lib/log.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** The address that throttles count by: the socket's, or what our own proxy appended last to X-Forwarded-For. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || (request.socket.remoteAddress ?? 'unknown')
}

/** Wraps Next's handler; `x-myelin-address` is always the server's own word, whatever the client sent. */
export function handlerOf(app: Handler, { trustProxy, publicUrl }: Pick<Environment, 'trustProxy' | 'publicUrl'>): Handler {
  const headers = Object.entries(securityHeaders(publicUrl))
  return async (request, response) => {
    const began = performance.now()
    const { method, url = '/' } = request
    request.headers['x-myelin-address'] = addressOf(request, trustProxy)
    for (const [name, value] of headers) response.setHeader(name, value)
    response.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10
      log.info({ method, path: loggedPath(url), status: response.statusCode, ms }, 'request')
    })
    try {
      await app(request, response)
    } catch (error) {
      log.error({ err: error }, 'request failed')
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end('Something went wrong. Try again.\n')
    }
  }
}
