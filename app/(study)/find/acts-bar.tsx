'use client'
// What can be done with the selected cards, at the foot of the window. What needs a word more asks for it in a dialog.

import { useState } from 'react'
import type { BulkAct, Narrowings } from '#lib/core/search/found.ts'
import { count } from '../../_ui/words.ts'
import { Ask } from './ask.tsx'
import { MoveAsk, TagAsk } from './asks.tsx'
import styles from './find.module.css'

type Props = {
  selected: number
  total: number
  /** All that is found is selected. */
  whole: boolean
  narrowings: Narrowings
  /** An act is under way. */
  busy: boolean
  error: string | null
  onAct: (act: BulkAct, deck: string) => void
  onAll: () => void
  onNone: () => void
}

type Asking = 'move' | 'tag' | 'untag' | 'delete'

export function ActsBar({ selected, total, whole, narrowings, busy, error, onAct, onAll, onNone }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const cards = count(selected, 'card')
  const act = (one: BulkAct, deck = '') => {
    setAsking(null)
    onAct(one, deck)
  }
  const close = () => setAsking(null)
  const word = (name: string, onClick: () => void, bad = false) => (
    <button type="button" className={bad ? 'bad' : undefined} aria-disabled={busy} onClick={() => !busy && onClick()}>
      {name}
    </button>
  )
  return (
    <div className={styles.bar} role="toolbar" aria-label={`With ${selected === 1 ? 'the selected card' : `the ${cards} selected`}`}>
      <div className={styles.count}>
        <b role="status">{busy ? `Working on ${cards}` : `${whole ? 'All ' : ''}${selected.toLocaleString('en-GB')} selected`}</b>
        <div className="do">
          {!whole && word(`Select all ${total.toLocaleString('en-GB')}`, onAll)}
          {word('Select none', onNone)}
        </div>
      </div>
      <div className="do">
        {word('Move', () => setAsking('move'))}
        {word('Add tag', () => setAsking('tag'))}
        {narrowings.tags.length > 0 && word('Remove tag', () => setAsking('untag'))}
        {word('Suspend', () => act({ kind: 'suspend', suspended: true }))}
        {word('Release', () => act({ kind: 'suspend', suspended: false }))}
        {word('Delete', () => setAsking('delete'), true)}
      </div>
      {error !== null && (
        <p className={`err ${styles.barError}`} role="alert">
          {error}
        </p>
      )}
      {asking === 'move' && <MoveAsk cards={cards} decks={narrowings.decks} onAct={act} onClose={close} />}
      {(asking === 'tag' || asking === 'untag') && (
        <TagAsk key={asking} kind={asking} cards={cards} tags={narrowings.tags} onAct={act} onClose={close} />
      )}
      {asking === 'delete' && (
        <Ask title={selected === 1 ? 'Delete the note of this card?' : `Delete the notes of ${cards}?`} onClose={close}>
          <p>
            Each note goes with all of its cards, also with those that are not selected. For 30&nbsp;days it can be undone: then all of it
            comes back with its schedule.
          </p>
          <p className="acts">
            <button className="btn btn-eosin" type="button" onClick={() => act({ kind: 'delete' })}>
              Delete notes
            </button>
            <button className="btn btn-quiet" type="button" onClick={close}>
              Keep them
            </button>
          </p>
        </Ask>
      )}
    </div>
  )
}
