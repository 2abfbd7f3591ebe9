'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False as the server renders it, and until the page's scripts have taken it over. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
