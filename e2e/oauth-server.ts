/** A provider of the tests' own: GitHub's three endpoints, and Google's by discovery. Whoever comes is `person`, and is sent back at once. */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Person = { id: number; login: string; email: string }

type Granted = { person: Person; challenge: string; nonce: string | null; redirectUri: string }

export class OAuthServer {
  person: Person = { id: 1, login: 'octocat', email: 'octocat@example.org' }
  /** The next visitor says no. */
  refuses = false
  readonly #server: Server
  readonly #granted = new Map<string, Granted>()
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    switch (pathname) {
      case '/login/oauth/authorize':
      case '/authorize':
        return this.#authorize(searchParams, response)
      case '/login/oauth/access_token':
      case '/token':
        return this.#token(new URLSearchParams(await bodyOf(request)), request, response, pathname === '/token')
      case '/api/v3/user':
        return json(response, this.#owner(request))
      case '/.well-known/openid-configuration':
        return json(response, this.#discovery())
      case '/keys':
        return json(response, { keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }] })
      default:
        return void response.writeHead(404).end()
    }
  }

  #authorize(words: URLSearchParams, response: ServerResponse): void {
    const back = new URL(words.get('redirect_uri') ?? '')
    back.searchParams.set('state', words.get('state') ?? '')
    if (this.refuses) back.searchParams.set('error', 'access_denied')
    else {
      const code = crypto.randomUUID()
      const [challenge, nonce] = [words.get('code_challenge') ?? '', words.get('nonce')]
      this.#granted.set(code, { person: this.person, challenge, nonce, redirectUri: words.get('redirect_uri') ?? '' })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  /** A code is good once, for whoever knows what its challenge was made of, and for the client with its secret. */
  #token(words: URLSearchParams, request: IncomingMessage, response: ServerResponse, openId: boolean): void {
    const code = words.get('code') ?? ''
    const granted = this.#granted.get(code)
    this.#granted.delete(code)
    const proof = createHash('sha256')
      .update(words.get('code_verifier') ?? '')
      .digest('base64url')
    const client = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
    const known = client === 'the-id:the-secret' || (words.get('client_id') === 'the-id' && words.get('client_secret') === 'the-secret')
    if (!granted || proof !== granted.challenge || words.get('redirect_uri') !== granted.redirectUri || !known) {
      return json(response, { error: 'invalid_grant' }, 400)
    }
    const token = crypto.randomUUID()
    this.#granted.set(token, granted)
    json(response, { access_token: token, token_type: 'bearer', scope: '', ...(openId ? { id_token: this.#idToken(granted) } : {}) })
  }

  #owner(request: IncomingMessage): object {
    const granted = this.#granted.get((request.headers.authorization ?? '').replace(/^(bearer|token) /i, ''))
    return granted ? granted.person : {}
  }

  #discovery(): object {
    const at = (path: string) => `${this.url}${path}`
    return { issuer: this.url, authorization_endpoint: at('/authorize'), token_endpoint: at('/token'), jwks_uri: at('/keys') }
  }

  #idToken({ person, nonce }: Granted): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: this.url,
      aud: 'the-id',
      sub: `google-${person.id}`,
      email: person.email,
      email_verified: true,
      iat: now,
      exp: now + 600,
      nonce,
    }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: '1' })}.${part(claims)}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#keys.privateKey).toString('base64url')}`
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
