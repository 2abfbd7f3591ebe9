// When an event counts as made, and in which order events stand: one total order that every device and the server agree on.

import type { EventId } from './ids.ts'

export type StampInput = {
  /** The device's clock when it made the event and when it sent it; the server's when it received it. Ms since the epoch. */
  claimedAt: number
  sentAt: number
  receivedAt: number
  /** `at` of the same device's known event with the next lower `seq`; null for its first. */
  previousAt: number | null
  /** `at` of what the event stands on: its `after`, or the events of its target. Null where there is none, or none is known. */
  standsOnAt: number | null
}

/**
 * The event's `at`, in ms since the epoch, fixed once at first ingest. The device's clock is corrected by what it showed on
 * sending; nothing is dated into the future, before what the device did earlier, or before what the event stands on.
 */
export function stampAt({ claimedAt, sentAt, receivedAt, previousAt, standsOnAt }: StampInput): number {
  const corrected = Math.min(claimedAt + (receivedAt - sentAt), receivedAt)
  return Math.max(corrected, afterOf(previousAt), afterOf(standsOnAt))
}

type Ordered = { at: number; id: EventId }

/** The order of events: by time, then by the bytes of the id, which in lower-case UUID text is the order of the text. */
export function compareEvents(a: Ordered, b: Ordered): number {
  if (a.at !== b.at) return a.at - b.at
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function afterOf(at: number | null): number {
  return at === null ? -Infinity : at + 1
}
