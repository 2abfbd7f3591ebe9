// How a handler says that something cannot be done: a status, a code for the program and a sentence for a person.

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
  'too-many-tries': [429, 'Too many tries. Nothing is locked for good: wait an hour, then try again.'],
  'address-refused': [409, 'This address cannot be used here. If it is yours, sign in.'],
  'login-refused': [403, 'This address and this password do not belong together.'],
  'code-refused': [403, 'This address and this code do not belong together, or the code was used before.'],
  'last-way-in': [409, 'This is your only way in, so it stays. Add a password or another way first.'],
  'link-refused': [403, 'This link was used, or is older than a day. Ask whoever runs this Myelin for another.'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof PROBLEMS

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
