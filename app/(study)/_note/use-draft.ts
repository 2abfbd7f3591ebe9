'use client'
// Keeps what is written on this device while it is written, and takes up what a tab before this one left.

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { Draft } from '#lib/device/drafts.ts'
import { openStore } from '#lib/device/store.ts'

const PAUSE_MS = 150

/** `onFound` is told once of an earlier draft. `draft` null: nothing to keep. */
export function useDraft<Value>(learner: UserId, place: string, draft: Value | null, onFound: (found: Value) => void) {
  const held = useRef<Draft | null>(null)
  const [kept, setKept] = useState(false)
  const found = useEffectEvent(onFound)

  useEffect(() => {
    let gone = false
    openStore()
      .then((store) => Draft.open(store, learner, place, Date.now()))
      .then((opened) => {
        if (gone) return opened.close()
        held.current = opened
        if (opened.found !== null) found(opened.found as Value)
      })
      // A browser that keeps nothing has no drafts; saving works all the same.
      .catch(() => {})
    return () => {
      gone = true
      held.current?.close()
      held.current = null
    }
  }, [learner, place])

  useEffect(() => {
    if (draft === null) return
    const keep = () => {
      held.current?.keep(draft, Date.now()).then(
        () => setKept(true),
        () => setKept(false),
      )
    }
    const timer = setTimeout(keep, PAUSE_MS)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [draft])

  const clear = async () => {
    setKept(false)
    await held.current?.clear()
  }
  return { kept, clear }
}
