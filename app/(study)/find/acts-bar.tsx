'use client'
// What can be done with the selected cards, at the foot of the window. What needs a word more asks for it in a dialog.

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import type { BulkAct, Narrowings } from '#lib/core/search/found.ts'
import { cleanTag, LONGEST_TAG } from '#lib/core/search/tags.ts'
import { count } from '../../_ui/words.ts'
import floats from '../review/float.module.css'
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

/** A dialog that is there while it is drawn. */
export function Ask({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={floats.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

type AskProps = { cards: string; onAct: (act: BulkAct, deck?: string) => void; onClose: () => void }

function MoveAsk({ cards, decks, onAct, onClose }: AskProps & { decks: Narrowings['decks'] }) {
  const id = useId()
  function move(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const deck = decks.find((one) => one.id === new FormData(event.currentTarget).get('deck'))
    if (deck) onAct({ kind: 'move', deckId: deck.id satisfies DeckId }, deck.name)
  }
  return (
    <Ask title={`Move ${cards}`} onClose={onClose}>
      <form className={styles.form} onSubmit={move}>
        <div className="field">
          <label htmlFor={id}>To the deck</label>
          <select className="inp" id={id} name="deck">
            {decks.map((deck) => (
              <option key={deck.id} value={deck.id}>
                {deck.path.replaceAll('::', ', ')}
              </option>
            ))}
          </select>
          <p className="hint">All cards of a note move together, and each keeps its day. Cards of a fact base stay in its deck.</p>
        </div>
        <Choice verb="Move" opposite="Leave them" onClose={onClose} />
      </form>
    </Ask>
  )
}

function TagAsk({ kind, cards, tags, onAct, onClose }: AskProps & { kind: 'tag' | 'untag'; tags: Narrowings['tags'] }) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('tag')
    const tag = cleanTag(typeof text === 'string' ? text : '')
    if (tag === '') return setFault('A tag needs a name. Write one.')
    onAct(kind === 'tag' ? { kind, add: [tag] } : { kind, remove: [tag] })
  }
  const field = { className: 'inp', id, name: 'tag', 'aria-describedby': `${id}hint ${id}fault` }
  return (
    <Ask title={kind === 'tag' ? `Add a tag to ${cards}` : `Remove a tag from ${cards}`} onClose={onClose}>
      <form className={styles.form} onSubmit={send} noValidate>
        <div className="field">
          <label htmlFor={id}>Tag</label>
          {kind === 'tag' ? (
            <input {...field} list={`${id}tags`} maxLength={LONGEST_TAG} autoComplete="off" aria-invalid={fault !== null} />
          ) : (
            <select {...field}>
              {tags.map(({ tag }) => (
                <option key={tag}>{tag}</option>
              ))}
            </select>
          )}
          <datalist id={`${id}tags`}>
            {tags.map(({ tag }) => (
              <option key={tag}>{tag}</option>
            ))}
          </datalist>
          <p className="err" id={`${id}fault`} role="alert">
            {fault}
          </p>
          <p className="hint" id={`${id}hint`}>
            {kind === 'tag'
              ? 'Tags are of notes: all cards of a note have them. neuro::mri lies within neuro.'
              : 'All tags within it go, too.'}
          </p>
        </div>
        <Choice verb={kind === 'tag' ? 'Add tag' : 'Remove tag'} opposite="Leave them" onClose={onClose} />
      </form>
    </Ask>
  )
}

export function Choice({ verb, opposite, onClose }: { verb: string; opposite: string; onClose: () => void }) {
  return (
    <p className="acts">
      <button className="btn btn-main" type="submit">
        {verb}
      </button>
      <button className="btn btn-quiet" type="button" onClick={onClose}>
        {opposite}
      </button>
    </p>
  )
}
