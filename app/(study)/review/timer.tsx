'use client'
// The seconds that an answer takes, from the question on. It stops at a minute, the most that counts.

import { useEffect, useState } from 'react'

const LONGEST_S = 60

/** Keyed by its card's turn, so that each begins at nought. */
export function Timer() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const tick = setInterval(() => {
      const passed = Math.floor((performance.now() - began) / 1000)
      setSeconds(Math.min(LONGEST_S, passed))
      if (passed >= LONGEST_S) clearInterval(tick)
    }, 250)
    return () => clearInterval(tick)
  }, [])
  return (
    <span role="timer" aria-label="Time of the answer">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}
