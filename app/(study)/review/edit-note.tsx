'use client'
// Edits the note of the card on the screen, and comes back to that card. The schedule stays as it is.

import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CardId, NoteId } from '#lib/core/ids.ts'
import { keyOfField } from '#lib/core/note/generated-fields.ts'
import type { NoteFields as Fields } from '#lib/core/note/note.ts'
import type { CardContent } from '#lib/core/wire.ts'
import type { EditedNote, NoteContent, NoteView } from '#lib/core/note/view.ts'
import { Conflict } from '../_note/conflict.tsx'
import { NoteFields } from '../_note/note-fields.tsx'
import { usePreview } from '../_note/use-preview.ts'
import { send } from '../../_ui/send.ts'
import styles from './sit.module.css'

type Props = {
  noteId: NoteId
  cardId: CardId
  content: CardContent
  zone: string
  onSaved: (cards: NoteContent['cards'], withdrawn: CardId[]) => void
  onLeave: () => void
}

const NONE: Fields = {}

export function EditNote({ noteId, cardId, content, zone, onSaved, onLeave }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [view, setView] = useState<NoteView | null>(null)
  const [fields, setFields] = useState<Fields | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const saving = useRef(false)
  const [conflict, setConflict] = useState<EditedNote | null>(null)
  const { preview } = usePreview(view?.note.kind ?? null, fields ?? NONE, null)

  useEffect(() => {
    let gone = false
    void send<NoteView>('GET', `/api/notes/${noteId}`).then((asked) => {
      if (gone) return
      if (!asked.ok) return setError(asked.message)
      setView(asked.value)
      setFields(asked.value.note.fields)
    })
    return () => {
      gone = true
    }
  }, [noteId])

  const noteCame = view !== null
  useEffect(() => {
    if (noteCame) form.current?.querySelector('textarea')?.focus()
  }, [noteCame])

  async function save(written = fields, version = view?.note.version) {
    if (!view || !written || saving.current) return
    saving.current = true
    const { kind, tags, deckId } = view.note
    const saved = await send<NoteContent>('PUT', `/api/notes/${noteId}`, { kind, fields: written, tags, deckId, version })
    saving.current = false
    if (saved.ok) return onSaved(saved.value.cards, saved.value.withdrawn)
    const current = saved.value['current'] as EditedNote | undefined
    if (current) setConflict(current)
    setError(current ? null : saved.message)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    }
  }
  const key = view?.cards.find((card) => card.id === cardId)?.key
  const said = (one: { rule: string; field: string; say: string }) => `${one.rule} ${one.field} ${one.say}`

  if (conflict && fields) {
    const keep = (kept: Fields) => {
      setFields(kept)
      void save(kept, conflict.version)
    }
    const both = { here: fields, current: conflict, zone, error }
    return <Conflict key={conflict.version} {...both} onKeep={keep} onGoOn={() => setConflict(null)} />
  }
  return (
    <div className={styles.sit}>
      <div className={styles.space} />
      <main className={styles.body} id="main">
        <p className={styles.where}>
          <span>{content.deck}</span> {content.topic && <span>{content.topic}</span>}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <form
          ref={form}
          className={`${styles.card} ${styles.editing}`}
          id="edit-note"
          aria-labelledby="editing"
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <h1 id="editing">Editing this note</h1>
          {view && fields && (
            <NoteFields
              kind={view.note.kind}
              fields={fields}
              advice={(preview?.advice ?? []).filter((one) => !left.includes(said(one)))}
              onChange={(part) => setFields({ ...fields, ...part })}
              onLeave={(one) => setLeft([...left, said(one)])}
              only={Object.keys(fields).filter((name) => keyOfField(name) === key)}
            />
          )}
          <p className="err" role="alert">
            {error}
          </p>
          <p className="hint">
            The schedule stays as it is. <Link href={`/notes/${noteId}`}>All fields</Link>
          </p>
        </form>
      </main>
      <footer className={styles.foot}>
        <div className={styles.footInner}>
          <div className={styles.side} />
          <div className={`${styles.acts} ${styles.editActs}`}>
            <button className="btn btn-main" type="submit" form="edit-note" disabled={!view}>
              Save note
            </button>
            <button className="btn btn-quiet" type="button" onClick={onLeave}>
              Leave it as it was
            </button>
          </div>
        </div>
      </footer>
    </div>
  )
}
