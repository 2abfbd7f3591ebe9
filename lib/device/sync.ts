// Carries the outbox to the server: at once, again with growing pauses while that fails, and from one tab at a time.

import type { CardId, EventId } from '#lib/core/ids.ts'
import { BATCH_LIMIT, type BatchAnswer } from '#lib/core/wire.ts'
import { underLock } from './lock.ts'
import type { Outbox } from './outbox.ts'
import type { Post } from './post-events.ts'

export type SyncState = {
  waiting: number
  refused: number
  /** storage: this browser cannot read its own outbox. */
  trouble: 'none' | 'unreachable' | 'session-ended' | 'storage'
}

export type SyncPorts = {
  outbox: Outbox
  post: Post
  /** The device's own clock, in ms. */
  deviceNow: () => number
  /** Cards that the page still holds, where it wants a refill. */
  holding: () => readonly CardId[] | undefined
  onAnswer: (answer: BatchAnswer) => void
  onState: (state: SyncState) => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

export type Sync = ReturnType<typeof createSync>

export function createSync(ports: SyncPorts) {
  const { outbox } = ports
  let trouble: SyncState['trouble'] = 'none'
  let failures = 0
  let batchLimit = BATCH_LIMIT
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  async function report(): Promise<void> {
    const [waiting, refused] = await Promise.all([outbox.countWaiting(), outbox.refused()])
    if (!stopped) ports.onState({ waiting, refused: refused.length, trouble })
  }

  /** Sends one batch. Resolves to whether another should follow. */
  async function sendOne(): Promise<boolean> {
    const events = await outbox.waiting(batchLimit)
    if (events.length === 0) return false
    const device = await outbox.device()
    const sent = await ports.post({ learner: outbox.learner, device, sentAt: ports.deviceNow(), events, holding: ports.holding() })
    switch (sent.kind) {
      case 'answered':
        return take(sent.answer, new Set(events.map((event) => event.id)))
      case 'too-large':
        return shrink(events.map((event) => event.id))
      case 'session-ended':
        trouble = 'session-ended'
        return false
      case 'unreachable':
        trouble = 'unreachable'
        pause(sent.retryAfterMs)
        return false
    }
  }

  async function take(answer: BatchAnswer, sent: ReadonlySet<EventId>): Promise<boolean> {
    trouble = 'none'
    failures = 0
    await outbox.settle(answer.results, ports.deviceNow())
    if (!stopped) ports.onAnswer(answer)
    // Events that the answer passes over would be sent for ever: they wait for the next trigger.
    return answer.results.some((result) => sent.has(result.id))
  }

  async function shrink(ids: readonly EventId[]): Promise<true> {
    batchLimit = Math.max(1, Math.floor(ids.length / 2))
    if (ids.length === 1)
      await outbox.settle(
        ids.map((id) => ({ id, status: 'malformed' })),
        ports.deviceNow(),
      )
    return true
  }

  function pause(askedMs: number | null): void {
    const pauseMs = askedMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
    failures += 1
    // Spread, so that all browsers do not come back in the same moment.
    if (!stopped) timer = setTimeout(() => void flush(), pauseMs * (0.75 + Math.random() / 2))
  }

  async function drain(): Promise<void> {
    clearTimeout(timer)
    again = false
    while (!stopped && (await sendOne())) await report()
    await report()
  }

  /** Sends what waits; resolves when that is done or has failed. */
  function flush(): Promise<void> {
    // What was added meanwhile may have come too late for the batch under way: another round follows.
    again = running !== null
    running ??= underLock(`myelin-outbox-${outbox.learner}`, drain)
      .catch(() => {
        trouble = 'storage'
        if (!stopped) ports.onState({ waiting: 0, refused: 0, trouble })
      })
      .then(() => {
        running = null
        return again && trouble === 'none' && !stopped ? flush() : undefined
      })
    return running
  }

  return {
    flush,
    report,
    /** Sends on what tells that sending may work now. Returns what undoes the listening. */
    listen(): () => void {
      const go = () => {
        if (trouble !== 'session-ended') void flush()
      }
      addEventListener('online', go)
      addEventListener('pagehide', go)
      document.addEventListener('visibilitychange', go)
      return () => {
        stopped = true
        clearTimeout(timer)
        removeEventListener('online', go)
        removeEventListener('pagehide', go)
        document.removeEventListener('visibilitychange', go)
      }
    },
  }
}
