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
  /** What is not kept yet. */
  const fresh = useRef<Value | null>(null)
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
      const left = held.current
      held.current = null
      // The page is left within the pause.
      const kept = fresh.current === null ? null : left?.keep(fresh.current, Date.now())
      void Promise.resolve(kept)
        .catch(() => {})
        .then(() => left?.close())
    }
  }, [learner, place])

  useEffect(() => {
    fresh.current = draft
    if (draft === null) return
    const keep = () => {
      held.current?.keep(draft, Date.now()).then(
        () => {
          if (fresh.current === draft) fresh.current = null
          setKept(true)
        },
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
    fresh.current = null
    // A draft that stays is offered again, which loses nothing; what was saved is saved.
    await held.current?.clear().catch(() => {})
  }
  return { kept, clear }
}
