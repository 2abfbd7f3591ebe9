'use client'
// What a person sees when a page failed: whose fault, what is safe, what to do.

import { useEffect, useState } from 'react'
import { Outbox } from '#lib/device/outbox.ts'
import { learnerOfTab } from '#lib/device/sitting-start.ts'
import { openStore } from '#lib/device/store.ts'
import { useAlive } from '../_ui/use-alive.ts'

export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const waiting = useWaiting()
  return (
    <main id="main" className="page">
      <div className="sec open">
        <div className="in">
          <svg className="broken" viewBox="0 0 320 16" aria-hidden="true">
            <path d="M0 8h132M188 8h132" stroke="currentColor" strokeWidth="1.5" />
            {[6, 46, 86, 198, 238, 278].map((x) => (
              <rect key={x} x={x} y="2" width="36" height="12" rx="2" />
            ))}
          </svg>
          <h1 className="title">This page failed to load</h1>
          <p className="lead muted">The fault is ours. Your answers are safe{waiting === 0 ? '.' : `: ${unsentWords(waiting)}`}</p>
          <p className="acts">
            <button className="btn btn-main btn-large" type="button" onClick={retry}>
              Try again
            </button>
            {/* A whole load: whatever broke in this page's scripts is gone with it. */}
            <button className="btn btn-quiet" type="button" onClick={() => location.assign('/today')}>
              Go to Today
            </button>
          </p>
          <Reference error={error} />
        </div>
      </div>
    </main>
  )
}

function unsentWords(waiting: number): string {
  return waiting === 1
    ? '1 waits on this device and is sent when we are back.'
    : `${waiting} wait on this device and are sent when we are back.`
}

/** How many answers of this tab's learner the server does not have yet; those of others are none of theirs to see. */
function useWaiting(): number {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    countOwn().then(setWaiting, () => setWaiting(0))
  }, [])
  return waiting
}

async function countOwn(): Promise<number> {
  const learner = learnerOfTab(sessionStorage)
  return learner === null ? 0 : new Outbox(await openStore(), learner).countWaiting()
}

/** The digest finds the error in the server's log. The time is the browser's, so the server must not render it. */
function Reference({ error }: { error: unknown }) {
  const mounted = useAlive()
  const [when] = useState(() => new Date().toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }))
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  if (!mounted || digest === null) return null
  return (
    <p className="small muted reference">
      If it keeps failing, quote this number: <span className="nowrap">{digest}</span>, {when}.
    </p>
  )
}
