// One POST of a batch, and what its answer means for the outbox.

import { type BatchAnswer, type BatchRequest, encodeMade, FORMAT_VERSION } from '#lib/core/wire.ts'
import type { MadeEvent } from '#lib/core/event.ts'
import type { CardId, DeviceId, UserId } from '#lib/core/ids.ts'
import { formatTime } from '#lib/core/time.ts'
import { isBatchAnswer } from '#lib/core/wire-guard.ts'

export type Sent =
  | { kind: 'answered'; answer: BatchAnswer }
  /** The session is gone, or belongs to somebody else now. */
  | { kind: 'session-ended' }
  | { kind: 'too-large' }
  /** No connection, or a server that cannot answer now. */
  | { kind: 'unreachable'; retryAfterMs: number | null }

export type Batch = {
  learner: UserId
  device: DeviceId
  sentAt: number
  events: readonly MadeEvent[]
  /** Cards that the page still holds; absent: no refill is wanted. */
  holding?: readonly CardId[] | undefined
}

export type Post = (batch: Batch) => Promise<Sent>

const TIMEOUT_MS = 20_000
/** Browsers refuse larger bodies to a request that outlives its page. */
const KEEPALIVE_BYTES = 60_000

export const postEvents: Post = async (batch) => {
  const body = JSON.stringify(encodeBatch(batch))
  try {
    const response = await fetch('/api/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.ok) return { kind: 'answered', answer: await readAnswer(response) }
    if (response.status === 401) return { kind: 'session-ended' }
    if (response.status === 413) return { kind: 'too-large' }
    return { kind: 'unreachable', retryAfterMs: retryAfter(response.headers.get('retry-after')) }
  } catch {
    return { kind: 'unreachable', retryAfterMs: null }
  }
}

function encodeBatch({ learner, device, sentAt, events, holding }: Batch): BatchRequest {
  return {
    formatVersion: FORMAT_VERSION,
    learner,
    device,
    sentAt: formatTime(sentAt),
    events: events.map(encodeMade),
    ...(holding ? { holding: [...holding] } : {}),
  }
}

/** What is no answer of ours throws, and the events stay. */
async function readAnswer(response: Response): Promise<BatchAnswer> {
  const answer: unknown = await response.json()
  if (!isBatchAnswer(answer)) throw new Error('The answer is none of this server.')
  return answer
}

function retryAfter(header: string | null): number | null {
  const seconds = Number(header ?? NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}
