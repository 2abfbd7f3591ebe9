// When the sitting began, kept for this tab over reloads: what was done since then can be undone, even past the day's end.

import type { UserId } from '#lib/core/ids.ts'
import { SITTING_GAP_MS } from '#lib/core/session/earlier.ts'

const KEY = 'myelin.sitting'

type Kept = { learner: UserId; since: number; last: number }

/** The sitting's first moment, in the server's time; each call counts as activity in it. */
export function sittingStart(storage: Storage, learner: UserId, nowMs: number): number {
  const kept = read(storage)
  const goesOn = kept !== null && kept.learner === learner && kept.last <= nowMs && nowMs - kept.last < SITTING_GAP_MS
  const since = goesOn ? kept.since : nowMs
  try {
    storage.setItem(KEY, JSON.stringify({ learner, since, last: nowMs } satisfies Kept))
  } catch {
    // A full or forbidden storage only costs undo past midnight.
  }
  return since
}

/** Whose sitting this tab last held; null where there was none. */
export function learnerOfTab(storage: Storage): UserId | null {
  return read(storage)?.learner ?? null
}

function read(storage: Storage): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('learner' in value && 'since' in value && 'last' in value)) return false
  return typeof value.learner === 'string' && typeof value.since === 'number' && typeof value.last === 'number'
}
