'use client'
// Deleting everything: says what goes, asks once, and it goes at once.

import { useRef, useState } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { forgetLearner } from '#lib/device/forget.ts'
import { openStore } from '#lib/device/store.ts'
import { count } from '../../_ui/words.ts'
import styles from './settings.module.css'

type Holdings = { decks: number; notes: number; cards: number; answers: number }
type DeleteLearnerProps = { learner: UserId; guest: boolean; name: string | null; holdings: Holdings }

const AWAY = 'Nothing was deleted: the server cannot be reached. Try again when the connection is back.'

/** Null: it is done. */
async function requestDeletion(): Promise<string | null> {
  try {
    const response = await fetch('/api/learner', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(120_000),
    })
    if (response.ok) return null
    const { error } = (await response.json()) as { error: { message: string } }
    return error.message
  } catch {
    return AWAY
  }
}

export function DeleteLearner({ learner, guest, name, holdings }: DeleteLearnerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [deleting, setDeleting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const what = guest ? 'everything' : 'account'

  async function deleteAll() {
    setDeleting(true)
    setFailure(null)
    const failed = await requestDeletion()
    if (failed !== null) {
      setDeleting(false)
      setFailure(failed)
      return
    }
    // What a browser refuses to open holds nothing to forget.
    await openStore()
      .then((store) => forgetLearner(store, learner))
      .catch(() => {})
    sessionStorage.clear()
    // A whole load: no page of the learner's stays in memory.
    location.replace('/')
  }

  return (
    <div className="in">
      <p className={styles.text}>
        Deleting {guest ? 'everything' : 'the account'} removes your decks, cards and answers from the server and from this browser. It
        cannot be undone.
      </p>
      <p className={`acts ${styles.acts}`}>
        <button className="btn btn-eosin" type="button" onClick={() => dialog.current?.showModal()}>
          Delete {what}
        </button>
      </p>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="delete-title" aria-describedby="delete-what">
        <h2 id="delete-title">
          Delete {guest ? 'everything' : 'the account'}
          {name !== null && ` of ${name}`}?
        </h2>
        <div id="delete-what">
          <p>{goesWords(holdings)}</p>
          <p className="muted">It cannot be undone. A file from “Download everything” is yours to keep.</p>
        </div>
        <p className={failure ? styles.failed : 'vh'} role="alert">
          {failure}
        </p>
        <p className={`acts ${styles.acts}`}>
          <button className="btn btn-eosin" type="button" aria-disabled={deleting} onClick={() => !deleting && void deleteAll()}>
            Delete {what}
          </button>
          <button className="btn btn-quiet" type="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </p>
      </dialog>
    </div>
  )
}

function goesWords({ decks, notes, cards, answers }: Holdings): string {
  const list = [count(decks, 'deck'), count(notes, 'note'), count(cards, 'card'), count(answers, 'answer')]
  return `${new Intl.ListFormat('en').format(list)} go at once, with their schedules and your settings, and every browser is signed out.`
}
