'use client'
// The dialog that makes a deck, or renames and moves one.

import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import { newDeckId } from '#lib/device/device.ts'
import type { DeckChoice } from '#lib/core/note/view.ts'
import { send } from '../../_ui/send.ts'
import floats from '../review/float.module.css'
import styles from './decks.module.css'

type Deck = { id: DeckId; name: string; parentId: DeckId | null; version: number }
type Props = {
  dialogRef: RefObject<HTMLDialogElement | null>
  /** Null: a new one. */
  deck: Deck | null
  choices: readonly DeckChoice[]
  onSaved: (id: DeckId) => void
}

export function DeckForm({ dialogRef, deck, choices, onSaved }: Props) {
  const ids = useId()
  const [error, setError] = useState<string | null>(null)
  const [version, setVersion] = useState(deck?.version ?? 1)
  const [id] = useState(() => deck?.id ?? newDeckId())
  const saving = useRef(false)
  const close = () => dialogRef.current?.close()

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (saving.current) return
    const form = new FormData(event.currentTarget)
    const name = textOf(form, 'name')
    if (name === '') return setError('A deck needs a name. Write one.')
    const to = { name, parentId: textOf(form, 'parent') || null }
    saving.current = true
    const saved = deck ? await send('PUT', `/api/decks/${id}`, { ...to, version }) : await send('POST', '/api/decks', { ...to, id })
    saving.current = false
    if (saved.ok) {
      close()
      return onSaved(id)
    }
    const current = saved.value['current'] as Deck | undefined
    if (current) setVersion(current.version)
    setError(
      current ? `It was changed elsewhere meanwhile, and is called “${current.name}” now. Save again to replace that.` : saved.message,
    )
  }

  return (
    <dialog ref={dialogRef} className={floats.dialog} aria-labelledby={`${ids}title`} onClose={() => setError(null)}>
      <h2 id={`${ids}title`}>{deck ? 'Rename or move' : 'New deck'}</h2>
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <div className="field">
          <label htmlFor={`${ids}name`}>Name</label>
          <input
            className="inp"
            id={`${ids}name`}
            name="name"
            maxLength={200}
            defaultValue={deck?.name}
            autoComplete="off"
            aria-invalid={error !== null}
            aria-describedby={`${ids}error`}
          />
          <p className="err" id={`${ids}error`} role="alert">
            {error}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${ids}parent`}>Within</label>
          <select className="inp" id={`${ids}parent`} name="parent" defaultValue={deck?.parentId ?? ''}>
            <option value="">no other deck</option>
            {choices
              .filter((choice) => choice.id !== deck?.id)
              .map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                </option>
              ))}
          </select>
        </div>
        <div className="acts">
          <button className="btn btn-main" type="submit">
            {deck ? 'Save deck' : 'Make deck'}
          </button>
          <button className="btn btn-quiet" type="button" onClick={close}>
            {deck ? 'Leave it as it is' : 'Make none'}
          </button>
        </div>
      </form>
    </dialog>
  )
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
