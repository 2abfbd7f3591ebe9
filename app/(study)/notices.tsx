'use client'
// What stands above the card when answers do not reach the server: that they wait, that the session ended, that some were refused.

import Link from 'next/link'
import { CutFibreIcon } from '../_ui/icons.tsx'
import { count } from '../_ui/words.ts'
import styles from './notices.module.css'

export function WaitingNotice({ waiting, online }: { waiting: number; online: boolean }) {
  return (
    <p className={styles.notice}>
      <CutFibreIcon />
      <span>
        <b>
          {online ? 'Server away.' : 'Offline.'} {waitingWords(waiting)}
        </b>{' '}
        {waiting > 0 && `${waiting === 1 ? 'It is' : 'They are'} sent when ${online ? 'it' : 'the connection'} is back.`}
      </span>
    </p>
  )
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return 'No answer waits.'
  return `${count(waiting, 'answer')} ${waiting === 1 ? 'waits' : 'wait'} on this device.`
}

/** onBeginAnew: null for a learner with an account, who signs in again; what waits is sent then. */
type EndedProps = { waiting: number; onDownload: () => void; onBeginAnew: (() => void) | null }

export function SessionEndedNotice({ waiting, onDownload, onBeginAnew }: EndedProps) {
  return (
    <p className={styles.wrong} role="alert">
      <b>Your session has ended. {waitingWords(waiting)}</b>{' '}
      {onBeginAnew === null && (
        <>
          {waiting > 0 && `${waiting === 1 ? 'It is' : 'They are'} sent when you are back. `}
          <Link href="/sign-in">Sign in</Link>{' '}
        </>
      )}
      {waiting > 0 && (
        <button type="button" onClick={onDownload}>
          Download {waiting === 1 ? 'it' : 'them'}
        </button>
      )}{' '}
      {onBeginAnew && (
        <button type="button" onClick={onBeginAnew}>
          Begin anew as a guest
        </button>
      )}
    </p>
  )
}

type RefusedProps = { refused: number; onDownload: () => void; onDismiss: () => void }

export function RefusedNotice({ refused, onDownload, onDismiss }: RefusedProps) {
  const it = refused === 1 ? 'it' : 'them'
  return (
    <p className={styles.wrong} role="alert">
      <b>{count(refused, 'answer')} could not be saved.</b> All others are safe.{' '}
      <button type="button" onClick={onDownload}>
        Download {it}
      </button>{' '}
      <button type="button" onClick={onDismiss}>
        Leave {it} out
      </button>
    </p>
  )
}

export function StorageNotice() {
  return (
    <p className={styles.wrong} role="alert">
      <b>This browser does not keep your answers.</b> Its storage is full or switched off for this site: make room, or leave private
      browsing, then answer again.
    </p>
  )
}
