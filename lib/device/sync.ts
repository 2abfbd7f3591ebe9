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

/** When a request was sent and its answer came, by the device's clock, in ms. */
export type RoundTrip = { askedAt: number; receivedAt: number }

export type SyncPorts = {
  outbox: Outbox
  post: Post
  /** The device's own clock, in ms. */
  deviceNow: () => number
  /** Cards that the page still holds, where it wants a refill. */
  holding: () => readonly CardId[] | undefined
  onAnswer: (answer: BatchAnswer, roundTrip: RoundTrip) => void
  onState: (state: SyncState) => void
}

const FIRST_PAUSE_MS = 1_000
// Short, for a server that is back should have the answers within seconds; one that cannot keep up says so by Retry-After.
const LONGEST_PAUSE_MS = 10_000

export class Sync {
  readonly #ports: SyncPorts
  #trouble: SyncState['trouble'] = 'none'
  #failures = 0
  #batchLimit = BATCH_LIMIT
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #again = false
  #stopped = false

  constructor(ports: SyncPorts) {
    this.#ports = ports
  }

  /** Sends what waits; resolves when that is done or has failed. */
  flush(): Promise<void> {
    // What was added meanwhile may have come too late for the batch under way: another round follows.
    this.#again = this.#running !== null
    this.#running ??= underLock(`myelin-outbox-${this.#ports.outbox.learner}`, () => this.#drain())
      .catch(() => {
        this.#trouble = 'storage'
        if (!this.#stopped) this.#ports.onState({ waiting: 0, refused: 0, trouble: 'storage' })
      })
      .then(() => {
        this.#running = null
        return this.#again && this.#trouble === 'none' && !this.#stopped ? this.flush() : undefined
      })
    return this.#running
  }

  async report(): Promise<void> {
    const { outbox, onState } = this.#ports
    const [waiting, refused] = await Promise.all([outbox.countWaiting(), outbox.refused()])
    if (!this.#stopped) onState({ waiting, refused: refused.length, trouble: this.#trouble })
  }

  /** Sends on what tells that sending may work now. Returns what ends it all; a batch under way is still taken note of. */
  listen(): () => void {
    const go = () => {
      if (this.#trouble !== 'session-ended') void this.flush()
    }
    addEventListener('online', go)
    addEventListener('pagehide', go)
    document.addEventListener('visibilitychange', go)
    return () => {
      this.#stopped = true
      clearTimeout(this.#timer)
      removeEventListener('online', go)
      removeEventListener('pagehide', go)
      document.removeEventListener('visibilitychange', go)
    }
  }

  async #drain(): Promise<void> {
    clearTimeout(this.#timer)
    this.#again = false
    while (!this.#stopped && (await this.#sendOne())) await this.report()
    await this.report()
  }

  /** Sends one batch. Resolves to whether another should follow. */
  async #sendOne(): Promise<boolean> {
    const { outbox, post, deviceNow, holding } = this.#ports
    const events = await outbox.waiting(this.#batchLimit)
    if (events.length === 0) return false
    const device = await outbox.device()
    const sentAt = deviceNow()
    const sent = await post({ learner: outbox.learner, device, sentAt, events, holding: holding() })
    switch (sent.kind) {
      case 'answered':
        return this.#take(sent.answer, new Set(events.map((event) => event.id)), { askedAt: sentAt, receivedAt: deviceNow() })
      case 'too-large':
        return this.#shrink(events.map((event) => event.id))
      case 'session-ended':
        this.#trouble = 'session-ended'
        return false
      case 'unreachable':
        this.#trouble = 'unreachable'
        this.#pause(sent.retryAfterMs)
        return false
    }
  }

  async #take(answer: BatchAnswer, sent: ReadonlySet<EventId>, roundTrip: RoundTrip): Promise<boolean> {
    this.#trouble = 'none'
    this.#failures = 0
    await this.#ports.outbox.settle(answer.results, this.#ports.deviceNow())
    if (!this.#stopped) this.#ports.onAnswer(answer, roundTrip)
    // Events that the answer passes over would be sent for ever: they wait for the next trigger.
    return answer.results.some((result) => sent.has(result.id))
  }

  async #shrink(ids: readonly EventId[]): Promise<true> {
    this.#batchLimit = Math.max(1, Math.floor(ids.length / 2))
    const refused = ids.map((id) => ({ id, status: 'malformed' as const }))
    if (ids.length === 1) await this.#ports.outbox.settle(refused, this.#ports.deviceNow())
    return true
  }

  #pause(askedMs: number | null): void {
    const pauseMs = askedMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures)
    this.#failures += 1
    // Spread, so that all browsers do not come back in the same moment.
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), pauseMs * (0.75 + Math.random() / 2))
  }
}
