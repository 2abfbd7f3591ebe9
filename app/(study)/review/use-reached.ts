'use client'
import { useEffect, useState } from 'react'

/** Whether a time (ms) has come; false where there is none to wait for. */
export function useReached(timeMs: number | null, now: () => number): boolean {
  const [reached, setReached] = useState<number | null>(null)
  useEffect(() => {
    if (timeMs === null) return
    const timer = setTimeout(() => setReached(timeMs), Math.max(0, timeMs - now()))
    return () => clearTimeout(timer)
  }, [timeMs, now])
  return timeMs !== null && reached === timeMs
}
