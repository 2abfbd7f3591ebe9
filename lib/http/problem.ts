// How a route handler says no: the same JSON everywhere, with a code for programs and a sentence for people.

export type Problem = { status: number; code: string; message: string; retryAfterS?: number }

export function problemResponse({ status, code, message, retryAfterS }: Problem): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (retryAfterS !== undefined) headers['retry-after'] = String(retryAfterS)
  return Response.json({ error: { code, message } }, { status, headers })
}
