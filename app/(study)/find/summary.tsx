'use client'
// How many cards are found; and what to do where there are none.

import Link from 'next/link'
import { count } from '../../_ui/words.ts'
import type { FoundPages } from './found-pages.ts'
import styles from './find.module.css'

export function Summary({ pages, stale }: { pages: FoundPages | null; stale: boolean }) {
  if (!pages) return null
  const { total, all } = pages.found
  if (stale) {
    const { query } = pages.asked
    return <span className="muted">Still shown: {query === '' ? 'all cards' : `your last search, ${query}, ${count(total, 'card')}`}.</span>
  }
  return <b>{total === all ? count(all, 'card') : `${total.toLocaleString('en-GB')} of ${count(all, 'card')}`}</b>
}

export function Nothing({ all, onClear }: { all: number; onClear: () => void }) {
  if (all === 0) {
    return (
      <div className={styles.nothing}>
        <p className="lead">No cards yet.</p>
        <p className="muted">Write a note in one of your decks, and its cards stand here.</p>
        <p className="acts">
          <Link className="btn" href="/decks">
            Go to your decks
          </Link>
        </p>
      </div>
    )
  }
  return (
    <div className={styles.nothing}>
      <p className="lead">No card is found.</p>
      <p className="muted">None has all that the search asks for. Leave a word out, or look how a part of it is written.</p>
      <p className="acts">
        <button className="btn" type="button" onClick={onClear}>
          Clear the search
        </button>
      </p>
    </div>
  )
}
