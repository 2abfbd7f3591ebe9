// What the tests of this room share: a browser database of their own, and events to put into it.

import { IDBFactory } from 'fake-indexeddb'
import type { MadeEvent } from '#lib/core/event.ts'
import type { CardId, GroupId, UserId } from '#lib/core/ids.ts'
import { newEventId } from './device.ts'
import type { Origin } from './outbox.ts'
import { openStore, type Store } from './store.ts'

export const ANNA = 'anna' as UserId
export const BEN = 'ben' as UserId
const CARD = 'card' as CardId

/** A store with nothing in it, as in a new browser. */
export function freshStore(): Promise<Store> {
  globalThis.indexedDB = new IDBFactory()
  return openStore()
}

export function marks(count: number) {
  return ({ device, firstSeq }: Origin): MadeEvent[] =>
    Array.from({ length: count }, (_, index) => {
      const id = newEventId()
      const group = id as string as GroupId
      const made = { id, group, device, seq: firstSeq + index, claimedAt: 1_000, zone: 'UTC', rolloverHour: 4 }
      return { ...made, kind: 'mark', cardId: CARD, buried: true }
    })
}
