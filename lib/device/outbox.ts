// The outbox: events rest here, committed to disk, from the moment they are made until the server has said that it keeps them.

import type { MadeEvent } from '#lib/core/event.ts'
import type { CardId, DeviceId, UserId } from '#lib/core/ids.ts'
import type { BatchResult } from '#lib/core/wire.ts'
import { newDevice } from './device.ts'
import type { Row, Standing, Store } from './store.ts'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** What the outbox adds to events as it takes them in: who made them, and the first number of their order. */
export type Origin = { device: DeviceId; firstSeq: number }

export type Refused = Pick<Row, 'event' | 'refusal'>

/** The cards that events name. */
export function cardsOf(events: readonly MadeEvent[]): ReadonlySet<CardId> {
  return new Set(events.flatMap((event) => ('cardId' in event ? [event.cardId] : [])))
}

export class Outbox {
  readonly learner: UserId
  readonly #store: Store

  constructor(store: Store, learner: UserId) {
    this.#store = store
    this.learner = learner
  }

  /**
   * Makes events and resolves once they are on disk. Their numbers are given out inside the same transaction, so two tabs
   * never share one. Throws, and keeps nothing, where the browser refuses to store.
   */
  async add(make: (origin: Origin) => readonly MadeEvent[]): Promise<readonly MadeEvent[]> {
    const transaction = this.#store.transaction(['events', 'devices'], 'readwrite', { durability: 'strict' })
    const devices = transaction.objectStore('devices')
    const device = (await devices.get(this.learner)) ?? newDevice(this.learner)
    const events = make({ device: device.device, firstSeq: device.nextSeq })
    const rows = transaction.objectStore('events')
    await Promise.all([
      devices.put({ ...device, nextSeq: device.nextSeq + events.length }),
      ...events.map((event) => rows.add(waitingRow(this.learner, event))),
      transaction.done,
    ])
    return events
  }

  /** The device's id, made on first use. */
  async device(): Promise<DeviceId> {
    const transaction = this.#store.transaction('devices', 'readwrite', { durability: 'strict' })
    const known = await transaction.store.get(this.learner)
    if (known) return known.device
    const made = newDevice(this.learner)
    await Promise.all([transaction.store.put(made), transaction.done])
    return made.device
  }

  /** The first waiting events, or all of them, in the order in which they were made. */
  async waiting(limit?: number): Promise<MadeEvent[]> {
    const rows = await this.#store.getAllFromIndex('events', 'standing', this.#range('waiting'), limit)
    return rows.map((row) => row.event)
  }

  countWaiting(): Promise<number> {
    return this.#store.countFromIndex('events', 'standing', this.#range('waiting'))
  }

  async refused(): Promise<Refused[]> {
    const rows = await this.#store.getAllFromIndex('events', 'standing', this.#range('refused'))
    return rows.map(({ event, refusal }) => ({ event, refusal }))
  }

  /** Whether the server has taken an event of this learner's from this browser since then, by the device's clock. */
  async savedSince(sinceMs: number): Promise<boolean> {
    const rows = await this.#store.getAllFromIndex('events', 'settled', IDBKeyRange.bound(['saved', sinceMs], ['saved', Infinity]))
    return rows.some((row) => row.learner === this.learner)
  }

  /** Records what the server said of each event. */
  async settle(results: readonly Pick<BatchResult, 'id' | 'status'>[], nowMs: number): Promise<void> {
    const transaction = this.#store.transaction('events', 'readwrite', { durability: 'strict' })
    await Promise.all(
      results.map(async ({ id, status }) => {
        const row = await transaction.store.get([this.learner, id])
        if (!row) return
        const refusal = status === 'saved' ? null : status
        await transaction.store.put({ ...row, standing: refusal ? 'refused' : 'saved', refusal, settledAt: nowMs })
      }),
    )
    await transaction.done
  }

  /** The learner has seen the refused events: they are no longer shown, and go after thirty days. */
  async dismissRefused(nowMs: number): Promise<void> {
    const transaction = this.#store.transaction('events', 'readwrite')
    const rows = await transaction.store.index('standing').getAll(this.#range('refused'))
    await Promise.all([...rows.map((row) => transaction.store.put({ ...row, standing: 'dismissed', settledAt: nowMs })), transaction.done])
  }

  /** Lets go of this browser's settled events that are older than thirty days. */
  async prune(nowMs: number): Promise<void> {
    const transaction = this.#store.transaction('events', 'readwrite')
    for (const standing of ['saved', 'dismissed'] as const) {
      const old = IDBKeyRange.bound([standing, -Infinity], [standing, nowMs - KEPT_MS])
      for await (const cursor of transaction.store.index('settled').iterate(old)) await cursor.delete()
    }
    await transaction.done
  }

  #range(standing: Standing): IDBKeyRange {
    return IDBKeyRange.bound([this.learner, standing, -Infinity], [this.learner, standing, Infinity])
  }
}

function waitingRow(learner: UserId, event: MadeEvent): Row {
  return { learner, id: event.id, seq: event.seq, event, standing: 'waiting', refusal: null, settledAt: 0 }
}
