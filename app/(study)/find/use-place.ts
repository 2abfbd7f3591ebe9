'use client'
// Coming back from a card, the list stands where it was left. The browser puts the page back before the list is drawn, when it is
// not high enough yet; so the place is kept with the step of the history that it belongs to.

import { useEffect, useLayoutEffect } from 'react'

const REST_MS = 150

type Kept = { findAt?: number } | null

/** Keeps the place now: before a step away is made. */
export function keepPlace(): void {
  window.history.replaceState({ ...(window.history.state as Kept), findAt: Math.round(window.scrollY) }, '')
}

/** To be called after the list has got its height. */
export function usePlace(): void {
  useLayoutEffect(() => {
    const { findAt } = (window.history.state as Kept) ?? {}
    if (findAt !== undefined) window.scrollTo(0, findAt)
  }, [])
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>
    const scrolled = () => {
      clearTimeout(rest)
      rest = setTimeout(keepPlace, REST_MS)
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(rest)
      window.removeEventListener('scroll', scrolled)
    }
  }, [])
}
