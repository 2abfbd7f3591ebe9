'use client'
// Answers that wait in this browser for somebody else: nobody else can send them, so they are offered to take along or to let go.

import { useEffect, useState } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { discardWaiting, type LeftBehindAnswers, waitingOfAll } from '#lib/device/left-behind.ts'
import { openStore } from '#lib/device/store.ts'
import { downloadEvents } from './download.ts'
import styles from './left-behind.module.css'
import { count } from './words.ts'

/** `own`: the learner of this page, whose answers are sent; null on a page without one. */
export function LeftBehind({ own }: { own: UserId | null }) {
  const [left, setLeft] = useState<readonly LeftBehindAnswers[]>([])
  useEffect(() => {
    // A browser that keeps nothing has nothing to tell.
    openStore()
      .then(waitingOfAll)
      .then(setLeft, () => setLeft([]))
  }, [])

  async function discard(learner: UserId) {
    const store = await openStore()
    await discardWaiting(store, learner)
    setLeft(await waitingOfAll(store))
  }

  const others = left.filter(({ learner }) => learner !== own)
  return (
    <div role="status">
      {others.map(({ learner, events }) => (
        <Answers key={learner} events={events} onDiscard={() => void discard(learner)} />
      ))}
    </div>
  )
}

type AnswersProps = Pick<LeftBehindAnswers, 'events'> & { onDiscard: () => void }

function Answers({ events, onDiscard }: AnswersProps) {
  const [asking, setAsking] = useState(false)
  const it = events.length === 1 ? 'it' : 'them'
  return (
    <p className={styles.left}>
      <b>
        {count(events.length, 'answer')} {events.length === 1 ? 'waits' : 'wait'} on this device
      </b>
      , of somebody who studied in this browser before. Signing in to their account sends {it}. {asking && `Discard ${it} for good? `}
      {/* The second button keeps its place and the focus: pressed twice, it discards nothing. */}
      <button type="button" onClick={asking ? onDiscard : () => downloadEvents('myelin-answers.json', events)}>
        {asking ? 'Yes, discard' : 'Download'} {it}
      </button>{' '}
      <button type="button" onClick={() => setAsking(!asking)}>
        {asking ? 'Keep' : 'Discard'} {it}
      </button>
    </p>
  )
}
