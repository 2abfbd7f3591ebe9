// Sends an edit to the server, and says in a sentence what became of it.

export type Sent<Value> = { ok: true; value: Value } | { ok: false; code: string; message: string; value: Record<string, unknown> }

const PATIENCE_MS = 20_000
const AWAY = 'The server cannot be reached. Nothing was lost: try again when the connection is back.'

export async function send<Value>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Sent<Value>> {
  const binary = body instanceof Blob
  const init: RequestInit = { method, cache: 'no-store', signal: signal ?? AbortSignal.timeout(PATIENCE_MS) }
  if (body !== undefined) {
    init.body = binary ? body : JSON.stringify(body)
    init.headers = { 'content-type': binary ? 'application/octet-stream' : 'application/json' }
  }
  try {
    const response = await fetch(path, init)
    const value = (await response.json()) as Value & { error?: { code: string; message: string } }
    if (response.ok) return { ok: true, value }
    return {
      ok: false,
      code: value.error?.code ?? 'unknown',
      message: value.error?.message ?? AWAY,
      value: value as Record<string, unknown>,
    }
  } catch {
    return { ok: false, code: 'unreachable', message: AWAY, value: {} }
  }
}
