// Reads what a queue is asked for. Words that mean nothing here count as not said: the day's queue is always a good answer.

import { parseTime } from '#lib/core/time.ts'

export type QueueAsk = { more: 'new' | 'forgotten' | null; sinceMs: number | null }

/** A sitting that goes on over the start of a day began at most so long ago. */
const LONGEST_SITTING_MS = 86_400_000

export function readQueueAsk(words: URLSearchParams, now: number): QueueAsk {
  const more = words.get('more')
  const since = parseTime(words.get('since') ?? '')
  const recent = since !== null && since > now - LONGEST_SITTING_MS
  return { more: more === 'new' || more === 'forgotten' ? more : null, sinceMs: recent ? since : null }
}
