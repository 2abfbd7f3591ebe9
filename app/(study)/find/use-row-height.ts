'use client'

import { useSyncExternalStore } from 'react'

/** Two lines of a question; on a phone a third below them. As the style sheet says it, in rem. */
const [WIDE_REM, PHONE_REM, USUAL_PX] = [3.875, 4.75, 16]
const PHONE = '(max-width: 47.99rem)'

function watch(changed: () => void): () => void {
  const phone = window.matchMedia(PHONE)
  phone.addEventListener('change', changed)
  window.addEventListener('resize', changed)
  return () => {
    phone.removeEventListener('change', changed)
    window.removeEventListener('resize', changed)
  }
}

/** The height of a row, in px; it follows the size of letters that the learner's browser is set to. */
export function useRowHeight(): number {
  return useSyncExternalStore(
    watch,
    () =>
      (window.matchMedia(PHONE).matches ? PHONE_REM : WIDE_REM) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    () => WIDE_REM * USUAL_PX,
  )
}
