'use client'
// What an act on many must know first: the deck, or the tag.

import { type FormEvent, useId, useState } from 'react'
import type { BulkAct, Narrowings } from '#lib/core/search/found.ts'
import { cleanTag, LONGEST_TAG } from '#lib/core/search/tags.ts'
import { Ask, Choice } from './ask.tsx'
import styles from './find.module.css'

type AskProps = { cards: string; onAct: (act: BulkAct, deck?: string) => void; onClose: () => void }

export function MoveAsk({ cards, decks, onAct, onClose }: AskProps & { decks: Narrowings['decks'] }) {
  const id = useId()
  function move(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const deck = decks.find((one) => one.id === new FormData(event.currentTarget).get('deck'))
    if (deck) onAct({ kind: 'move', deckId: deck.id }, deck.name)
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

export function TagAsk({ kind, cards, tags, onAct, onClose }: AskProps & { kind: 'tag' | 'untag'; tags: Narrowings['tags'] }) {
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
