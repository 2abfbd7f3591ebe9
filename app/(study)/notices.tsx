'use client'
// What stands above the card when answers do not reach the server: that they wait, that the session ended, that some were refused.

import { CutFibreIcon } from '../_ui/icons.tsx'
import { count } from '../_ui/words.ts'
import styles from './notices.module.css'

export function WaitingNotice({ waiting, online }: { waiting: number; online: boolean }) {
  return (
    <p className={styles.notice}>
      <CutFibreIcon />
      <span>
        <b>
          {online ? 'The server does not answer.' : 'Offline.'} {waitWords(waiting)}
        </b>{' '}
        {waiting === 0 ? '' : `${waiting === 1 ? 'It is' : 'They are'} sent when ${online ? 'it' : 'the connection'} is back.`}
      </span>
    </p>
  )
}

function waitWords(waiting: number): string {
  if (waiting === 0) return 'No answer waits.'
  return `${count(waiting, 'answer')} ${waiting === 1 ? 'waits' : 'wait'} on this device.`
}

type EndedProps = { waiting: number; onDownload: () => void; onBeginAnew: () => void }

export function SessionEndedNotice({ waiting, onDownload, onBeginAnew }: EndedProps) {
  return (
    <div className={styles.wrong} role="alert">
      <p>
        <b>Your session has ended.</b> {waitWords(waiting)} {waiting > 0 ? 'Download them to keep them, or' : 'You can'} begin anew as a
        guest.
      </p>
      <p className={styles.do}>
        {waiting > 0 && (
          <button type="button" onClick={onDownload}>
            Download {count(waiting, 'answer')}
          </button>
        )}
        <button type="button" onClick={onBeginAnew}>
          Begin anew
        </button>
      </p>
    </div>
  )
}

type RefusedProps = { refused: number; onDownload: () => void; onDismiss: () => void }

export function RefusedNotice({ refused, onDownload, onDismiss }: RefusedProps) {
  return (
    <div className={styles.wrong} role="alert">
      <p>
        <b>
          {count(refused, 'answer')} {refused === 1 ? 'was' : 'were'} not accepted.
        </b>{' '}
        {refused === 1 ? 'Its card is' : 'Their cards are'} not in this account any more, or the app is out of date. All others are saved.
      </p>
      <p className={styles.do}>
        <button type="button" onClick={onDownload}>
          Download {refused === 1 ? 'it' : 'them'}
        </button>
        <button type="button" onClick={onDismiss}>
          Leave {refused === 1 ? 'it' : 'them'} out
        </button>
      </p>
    </div>
  )
}

export function StorageNotice() {
  return (
    <div className={styles.wrong} role="alert">
      <p>
        <b>This browser would not keep your answer.</b> Its storage is full or switched off for this site. Make room or leave private
        browsing, then answer again.
      </p>
    </div>
  )
}
