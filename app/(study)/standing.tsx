'use client'
// Where this device stands with the server: nothing, while all goes well.

import { useRouter } from 'next/navigation'
import { startTransition, useSyncExternalStore } from 'react'
import type { Outbox } from '#lib/device/outbox.ts'
import type { SyncState } from '#lib/device/sync.ts'
import { startGuest } from '../(public)/actions.ts'
import { downloadEvents } from '../_ui/download.ts'
import { RefusedNotice, SessionEndedNotice, StorageNotice, WaitingNotice } from './notices.tsx'

type StandingProps = {
  /** The learner has no way back in once the session is gone. */
  guest: boolean
  sync: SyncState
  storageFailed: boolean
  outbox: () => Promise<Outbox>
  /** The refused answers were seen: count again. */
  onSettled: () => void
}

export function Standing({ guest, sync, storageFailed, outbox, onSettled }: StandingProps) {
  const online = useOnline()
  const router = useRouter()
  const { trouble, waiting, refused } = sync

  async function downloadWaiting() {
    const own = await outbox()
    downloadEvents('myelin-answers.json', await own.waiting())
  }
  async function downloadRefused() {
    const own = await outbox()
    downloadEvents(
      'myelin-refused-answers.json',
      (await own.refused()).map((row) => row.event),
    )
  }
  async function leaveOut() {
    const own = await outbox()
    await own.dismissRefused(Date.now())
    onSettled()
  }
  function beginAnew() {
    startTransition(async () => {
      await startGuest(Intl.DateTimeFormat().resolvedOptions().timeZone)
      router.refresh()
    })
  }

  return (
    <>
      <div role="status">{trouble === 'unreachable' && <WaitingNotice waiting={waiting} online={online} />}</div>
      {(storageFailed || trouble === 'storage') && <StorageNotice />}
      {trouble === 'session-ended' && (
        <SessionEndedNotice waiting={waiting} onDownload={() => void downloadWaiting()} onBeginAnew={guest ? beginAnew : null} />
      )}
      {refused > 0 && <RefusedNotice refused={refused} onDownload={() => void downloadRefused()} onDismiss={() => void leaveOut()} />}
    </>
  )
}

function useOnline(): boolean {
  return useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  )
}

function subscribeOnline(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
