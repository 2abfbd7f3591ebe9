// Reads a JSON body without trusting its declared length: what is too large is given up as soon as that is known.

export type JsonBody = { ok: true; value: unknown } | { ok: false; code: 'wrong-type' | 'too-large' | 'malformed' }

export async function readJson(request: Request, maxBytes: number): Promise<JsonBody> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { ok: false, code: 'wrong-type' }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false, code: 'too-large' }
  const bytes = await readAtMost(request.body, maxBytes)
  if (bytes === null) return { ok: false, code: 'too-large' }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false, code: 'malformed' }
  }
}

/** Null where there is more. */
export async function readAtMost(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > maxBytes) {
      await reader?.cancel()
      return null
    }
    chunks.push(read.value)
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
