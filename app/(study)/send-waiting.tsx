'use client'
// Answers that an earlier page could not send go out from here; the page is asked for again once they have arrived.

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { Outbox } from '#lib/device/outbox.ts'
import { postEvents } from '#lib/device/post-events.ts'
import { openStore } from '#lib/device/store.ts'
import { Sync, type SyncState } from '#lib/device/sync.ts'
import { Standing } from './standing.tsx'

const deviceNow = () => Date.now()
/** A page that came from the server was rendered at most about so long ago. */
const ON_ITS_WAY_MS = 10_000

export function SendWaiting({ learner, guest }: { learner: UserId; guest: boolean }) {
  const router = useRouter()
  const [state, setState] = useState<SyncState>({ waiting: 0, refused: 0, trouble: 'none' })
  const [sending, setSending] = useState<{ outbox: Outbox; sync: Sync } | null>(null)
  const arrived = useEffectEvent(() => router.refresh())

  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    async function send() {
      const outbox = new Outbox(await openStore(), learner)
      const ports = { outbox, post: postEvents, deviceNow, holding: () => undefined, onAnswer: arrived, onState: setState }
      const sync = new Sync(ports)
      stop = sync.listen()
      if (gone) return stop()
      setSending({ outbox, sync })
      // The page that was left may be sending still: this waits for it, and Today was rendered before.
      const before = await outbox.countWaiting()
      await sync.flush()
      // Or it had its receipt while Today was still on its way.
      if ((await outbox.countWaiting()) < before || (await outbox.savedSince(deviceNow() - ON_ITS_WAY_MS))) arrived()
    }
    // A browser that keeps nothing has nothing to send; the review says so where it matters.
    send().catch(() => {})
    return () => {
      gone = true
      stop?.()
    }
  }, [learner])

  if (sending === null) return null
  const recount = () => void sending.sync.report()
  return <Standing guest={guest} sync={state} storageFailed={false} outbox={async () => sending.outbox} onSettled={recount} />
}
