'use client'
// What can be done with a deck: write into it, rename or move it, delete it.

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { DeckChoice, DeckNode } from '#lib/core/note/view.ts'
import { send } from '../../../_ui/send.ts'
import { count } from '../../../_ui/words.ts'
import floats from '../../review/float.module.css'
import { DeckForm } from '../deck-form.tsx'
import styles from '../decks.module.css'

type Props = {
  deck: DeckNode
  choices: readonly DeckChoice[]
  /** Writing is the page's main act where nothing waits. */
  main: boolean
}

export function DeckActs({ deck, choices, main }: Props) {
  const router = useRouter()
  const edit = useRef<HTMLDialogElement>(null)
  const remove = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  const deleting = useRef(false)
  async function deleteIt() {
    if (deleting.current) return
    deleting.current = true
    const deleted = await send<{ change: string }>('DELETE', `/api/decks/${deck.id}`)
    deleting.current = deleted.ok
    if (!deleted.ok) return setError(deleted.message)
    router.push(`/decks?deleted=${deleted.value.change}`)
  }
  const within = deck.decks === 0 ? '' : ` and ${count(deck.decks, 'deck')} within it`
  return (
    <>
      {main && (
        <p className="acts">
          <Link className="btn btn-main btn-large" href={`/decks/${deck.id}/new`}>
            Write a note
          </Link>
        </p>
      )}
      <div className={`do ${styles.acts}`}>
        {!main && <Link href={`/decks/${deck.id}/new`}>Write a note</Link>}
        <Link href={`/decks/${deck.id}/paste`}>Paste rows</Link>
        <button type="button" onClick={() => edit.current?.showModal()}>
          Rename or move
        </button>
        <button type="button" className="bad" onClick={() => remove.current?.showModal()}>
          Delete deck
        </button>
      </div>
      <DeckForm key={`${deck.version}`} dialogRef={edit} deck={deck} choices={choices} onSaved={() => router.refresh()} />
      <dialog ref={remove} className={floats.dialog} aria-labelledby="remove-title" onClose={() => setError(null)}>
        <h2 id="remove-title">Delete “{deck.name}”?</h2>
        <p>
          {count(deck.cards, 'card')}
          {within} {deck.cards === 1 && deck.decks === 0 ? 'goes' : 'go'} with it, and {deck.cards === 1 ? 'comes' : 'come'} no longer in
          review. For 30&nbsp;days it can be undone: then all of it comes back with its schedule.
        </p>
        <p className="err" role="alert">
          {error}
        </p>
        <p className="acts">
          <button className="btn btn-eosin" type="button" onClick={() => void deleteIt()}>
            Delete deck
          </button>
          <button className="btn btn-quiet" type="button" onClick={() => remove.current?.close()}>
            Keep it
          </button>
        </p>
      </dialog>
    </>
  )
}
