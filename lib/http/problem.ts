// How a handler says that something cannot be done: a status, a code for the program and a sentence for a person.

export type ProblemCode =
  | 'cross-site'
  | 'wrong-type'
  | 'too-large'
  | 'malformed'
  | 'refused'
  | 'session-ended'
  | 'too-many'
  | 'database-away'
  | 'stale'
  | 'not-found'

const PROBLEMS = {
  'cross-site': [403, 'This request came from another site, so nothing was done.'],
  'wrong-type': [415, 'Send the request as application/json.'],
  'too-large': [413, 'The request is too large. Send at most 500 events at a time.'],
  malformed: [400, 'The request could not be read. Nothing was saved.'],
  refused: [422, 'This cannot be saved as it is. Nothing was changed.'],
  stale: [409, 'This was changed meanwhile, in another tab or on another device. Nothing was overwritten.'],
  'session-ended': [401, 'This session has ended. What was not saved stays in the browser.'],
  'too-many': [429, 'Too many requests from this address. Try again later.'],
  'database-away': [503, 'The database cannot be reached just now. Nothing is lost: try again in a moment.'],
  'not-found': [404, 'It was moved or deleted, or it was never yours to see.'],
} as const satisfies Record<ProblemCode, readonly [number, string]>

const RETRY_AFTER_S = 2

/** The sentence alone, for a form that shows it. */
export const problemSentence = (code: ProblemCode): string => PROBLEMS[code][1]

/** `{error: {code, message}}` with the status that goes with the code; `more` says what this case has of its own. */
export function problem(code: ProblemCode, more: { message?: string; beside?: Record<string, unknown> } = {}): Response {
  const [status, usual] = PROBLEMS[code]
  const message = more.message ?? usual
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (status === 503) headers['retry-after'] = String(RETRY_AFTER_S)
  return Response.json({ error: { code, message }, ...more.beside }, { status, headers })
}
