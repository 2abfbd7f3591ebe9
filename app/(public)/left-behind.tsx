'use client'
// Answers of a session that ended stay on the device: whoever comes back without it is told so, and can take them along.

import { useEffect, useState } from 'react'
import { type LeftBehindAnswers, waitingOfAll } from '#lib/device/left-behind.ts'
import { openStore } from '#lib/device/store.ts'
import { downloadEvents } from '../_ui/download.ts'
import { count } from '../_ui/words.ts'
import styles from './landing.module.css'

export function LeftBehind() {
  const [left, setLeft] = useState<readonly LeftBehindAnswers[]>([])
  useEffect(() => {
    // A browser that keeps nothing has nothing to tell.
    openStore()
      .then(waitingOfAll)
      .then(setLeft, () => setLeft([]))
  }, [])
  return left.map(({ learner, events }) => (
    <p key={learner} className={styles.left} role="status">
      Your session has ended. {count(events.length, 'answer')} {events.length === 1 ? 'waits' : 'wait'} on this device.{' '}
      <button type="button" onClick={() => downloadEvents('myelin-answers.json', events)}>
        Download {events.length === 1 ? 'it' : 'them'}
      </button>
    </p>
  ))
}
