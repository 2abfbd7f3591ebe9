// What names this device to the server: an id a learner and browser, and a count of the events made here.

import { v7 } from 'uuid'
import type { DeckId, DeviceId, EventId, NoteId, UserId } from '#lib/core/ids.ts'
import type { DeviceRow } from './store.ts'

/** A fresh UUIDv7, from crypto.getRandomValues: crypto.randomUUID does not exist over plain http. */
export function newEventId(): EventId {
  return v7() as EventId
}

export function newDevice(learner: UserId): DeviceRow {
  return { learner, device: v7() as DeviceId, nextSeq: 1 }
}

export function newDeckId(): DeckId {
  return v7() as DeckId
}

export function newNoteId(): NoteId {
  return v7() as NoteId
}

/** Names an act on many notes, by which it is undone. */
export function newChangeId(): string {
  return v7()
}

/** Names an item of a list for ever, whatever it comes to say. */
export function newItemId(): string {
  return v7()
}
