// Reads the body of a mutating request, once it is clear that a page of ours sent it. Next checks that for actions alone.

import { problemResponse, type Problem } from './problem.ts'

export type Read = { ok: true; body: unknown } | { ok: false; response: Response }

export type ReadOptions = { maxBytes: number; publicUrl: string | null }

const crossSite: Problem = { status: 403, code: 'cross-site', message: 'This request did not come from a page of Myelin.' }
const notJson: Problem = { status: 415, code: 'not-json', message: 'Send JSON, with the content type application/json.' }
const malformed: Problem = { status: 400, code: 'malformed', message: 'The body of this request is not JSON.' }
const tooLarge: Problem = { status: 413, code: 'too-large', message: 'This request is too large: send it in smaller parts.' }

/** Whether a page of our own made the request: as the browser says it, or else by the page's origin. */
export function isSameSite(headers: Headers, publicUrl: string | null): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  // Browsers leave Sec-Fetch-Site out over plain http beyond this machine.
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origin === publicUrl || new URL(origin).host === headers.get('host')
}

/** The bytes of a body, or null as soon as there are more than `maxBytes`. */
async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** The parsed body of a request from a page of ours, or the response that refuses it. */
export async function readJson(request: Request, { maxBytes, publicUrl }: ReadOptions): Promise<Read> {
  const refuse = (problem: Problem): Read => ({ ok: false, response: problemResponse(problem) })
  if (!isSameSite(request.headers, publicUrl)) return refuse(crossSite)
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(notJson)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refuse(tooLarge)
  const bytes = await readBytes(request.body, maxBytes)
  if (bytes === null) return refuse(tooLarge)
  try {
    return { ok: true, body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return refuse(malformed)
  }
}
