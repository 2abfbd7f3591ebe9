'use client'
// Where the learner is signed in: ended one by one, or all at once.

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { clockTime, instantDay } from '../../_ui/days.ts'
import type { FormAnswer } from '../../_ui/form-answer.ts'
import styles from './account.module.css'
import { endSession, signOut, signOutEverywhere } from './actions.ts'

type SessionShown = { id: string; device: string | null; createdAt: number; lastSeenAt: number; current: boolean }

const AWAY = 'The server does not answer. Nothing was ended: try again in a moment.'

export function Sessions({ sessions, zone }: { sessions: readonly SessionShown[]; zone: string }) {
  const router = useRouter()
  const [failed, setFailed] = useState('')
  const [ending, startEnding] = useTransition()

  function end(work: () => Promise<FormAnswer>, then: () => void): void {
    if (ending) return
    startEnding(async () => {
      const answer = await work().catch(() => ({ ok: false as const, message: AWAY }))
      setFailed(answer.ok ? '' : (answer.message ?? AWAY))
      if (answer.ok) then()
    })
  }
  function endOne(id: string): void {
    const form = new FormData()
    form.set('session', id)
    end(
      () => endSession(form),
      () => router.refresh(),
    )
  }
  // A whole load: nothing that this tab remembers of the learner stays.
  const leave = () => location.assign('/')

  return (
    <section className="sec rule" aria-labelledby="sessions">
      <h2 className="label" id="sessions">
        Signed in
      </h2>
      <div className="in">
        <ul className={styles.list}>
          {sessions.map(({ id, device, createdAt, lastSeenAt, current }) => (
            <li key={id}>
              <span>
                <span className={styles.device}>{device ?? 'A browser'}</span>
                <span className={styles.seen}>
                  {current ? 'This browser' : `Seen ${instantDay(lastSeenAt, zone)}, ${clockTime(lastSeenAt, zone)}`}, signed in{' '}
                  {instantDay(createdAt, zone)}, {clockTime(createdAt, zone)}
                </span>
              </span>
              {!current && (
                <button type="button" aria-label={`Sign out ${device ?? 'a browser'}`} onClick={() => endOne(id)}>
                  Sign out
                </button>
              )}
            </li>
          ))}
        </ul>
        <p className={failed === '' ? 'vh' : styles.failed} role="alert">
          {failed}
        </p>
        <p className={`acts ${styles.leave}`}>
          <button className="btn" type="button" onClick={() => end(signOut, leave)}>
            Sign out
          </button>
          <button className="btn btn-quiet" type="button" onClick={() => end(signOutEverywhere, leave)}>
            Sign out everywhere
          </button>
        </p>
      </div>
      <p className="note">A browser that does not come back for 90&nbsp;days is signed out by itself.</p>
    </section>
  )
}
