// The browser's own database: one for all learners of this browser, with every row keyed by its learner.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { MadeEvent } from '#lib/core/event.ts'
import type { DeviceId, UserId } from '#lib/core/ids.ts'
import type { EventStatus } from '#lib/core/wire.ts'

/** Where an event stands between this browser and the server. A dismissed one was refused, and its learner has seen so. */
export type Standing = 'waiting' | 'saved' | 'refused' | 'dismissed'

export type Row = {
  learner: UserId
  id: string
  seq: number
  event: MadeEvent
  standing: Standing
  /** Why the server refused it. */
  refusal: Exclude<EventStatus, 'saved'> | null
  /** When the server answered, by this device's clock; 0 while it waits. */
  settledAt: number
}

/** One device a learner and browser: two people who share a browser are not told apart by it, nor linked. */
export type DeviceRow = { learner: UserId; device: DeviceId; nextSeq: number }

/** A note that is being written, of one tab: place is "new:DECK" or "note:NOTE". */
export type DraftRow = { learner: UserId; id: string; place: string; savedAt: number; draft: unknown }

interface Schema extends DBSchema {
  events: {
    key: [UserId, string]
    value: Row
    indexes: { standing: [UserId, Standing, number]; settled: [Standing, number] }
  }
  devices: { key: UserId; value: DeviceRow }
  drafts: { key: [UserId, string]; value: DraftRow; indexes: { place: [UserId, string, number] } }
}

export type Store = IDBPDatabase<Schema>

export function openStore(): Promise<Store> {
  return openDB<Schema>('myelin', 2, {
    upgrade(database, before) {
      if (before < 1) {
        const events = database.createObjectStore('events', { keyPath: ['learner', 'id'] })
        events.createIndex('standing', ['learner', 'standing', 'seq'])
        events.createIndex('settled', ['standing', 'settledAt'])
        database.createObjectStore('devices', { keyPath: 'learner' })
      }
      const drafts = database.createObjectStore('drafts', { keyPath: ['learner', 'id'] })
      drafts.createIndex('place', ['learner', 'place', 'savedAt'])
    },
    // A newer version of the app waits in another tab: give way, or it could never open.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })
}
