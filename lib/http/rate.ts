// A throttle: so many acts an hour for each key, counted in this process. Memory stays bounded however many keys come.

import { HOUR_MS } from '#lib/core/day-civil.ts'

const MAX_KEYS = 10_000

export type Throttle = {
  /** Counts an act and says whether it is within the limit; `now` in ms. */
  allow: (key: string, now: number) => boolean
  /** The key's acts count no longer. */
  forget: (key: string) => void
}

/** The hour begins with a key's first act and is counted anew after it. */
export function throttle(perHour: number): Throttle {
  const windows = new Map<string, { startedAt: number; count: number }>()
  return {
    allow(key, now) {
      const known = windows.get(key)
      const window = known && now - known.startedAt < HOUR_MS ? known : { startedAt: now, count: 0 }
      // Put last again, so that the keys at the front are those that were quiet longest.
      windows.delete(key)
      if (windows.size >= MAX_KEYS) windows.delete(windows.keys().next().value ?? '')
      windows.set(key, window)
      if (window.count >= perHour) return false
      window.count += 1
      return true
    },
    forget: (key) => void windows.delete(key),
  }
}
