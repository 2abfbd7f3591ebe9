'use client'
// Edits the note of the card on the screen, and comes back to that card. The schedule stays as it is.

import Link from 'next/link'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CardId, NoteId, UserId } from '#lib/core/ids.ts'
import { keyOfField } from '#lib/core/note/generated-fields.ts'
import { sentFields, tooMuch } from '#lib/core/note/limits.ts'
import type { NoteFields as Fields } from '#lib/core/note/note.ts'
import type { CardContent } from '#lib/core/wire.ts'
import type { EditedNote, NoteContent, NoteView } from '#lib/core/note/view.ts'
import { Conflict, type Sides } from '../_note/conflict.tsx'
import { tagsOf, type Writing } from '../_note/editor.tsx'
import { NoteFields } from '../_note/note-fields.tsx'
import { useDraft } from '../_note/use-draft.ts'
import { usePreview } from '../_note/use-preview.ts'
import { send } from '../../_ui/send.ts'
import { Cap } from './cap.tsx'
import styles from './sit.module.css'

type Props = {
  learner: UserId
  noteId: NoteId
  cardId: CardId
  content: CardContent
  zone: string
  /** The head of the sitting, which goes on meanwhile. */
  head: ReactNode
  onSaved: (cards: NoteContent['cards'], withdrawn: CardId[]) => void
  onLeave: () => void
}

const NONE: Fields = {}

export function EditNote({ learner, noteId, cardId, content, zone, head, onSaved, onLeave }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [view, setView] = useState<NoteView | null>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [touched, setTouched] = useState(false)
  const fields = writing?.fields ?? NONE
  const [error, setError] = useState<string | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const saving = useRef(false)
  const [conflict, setConflict] = useState<EditedNote | null>(null)
  const { preview } = usePreview(writing?.kind ?? null, fields, null)
  // The same draft as that of the note's own page: "All fields" goes on with it.
  const draft = useDraft<Writing>(learner, `note:${noteId}`, touched ? writing : null, (found) => {
    setWriting(found)
    setTouched(true)
  })
  const change = (next: Writing) => {
    setWriting(next)
    setTouched(true)
  }

  useEffect(() => {
    let gone = false
    void send<NoteView>('GET', `/api/notes/${noteId}`).then((asked) => {
      if (gone) return
      if (!asked.ok) return setError(asked.message)
      setView(asked.value)
      const { kind, tags, deckId, version } = asked.value.note
      // A draft that was there before the note is an edit of the version that it was made from.
      setWriting((found) => found ?? { kind, fields: asked.value.note.fields, tags: tags.join(', '), deckId, version })
    })
    return () => {
      gone = true
    }
  }, [noteId])

  const noteCame = view !== null
  useEffect(() => {
    if (noteCame) form.current?.querySelector('textarea')?.focus()
  }, [noteCame])

  async function save(written = writing) {
    if (!view || !written || saving.current) return
    const tags = tagsOf(written.tags)
    const sent = sentFields(written.kind, written.fields)
    const refused = tooMuch(sent, tags)
    if (refused !== null) return setError(refused)
    saving.current = true
    const saved = await send<NoteContent>('PUT', `/api/notes/${noteId}`, { ...written, fields: sent, tags })
    saving.current = false
    if (saved.ok) {
      await draft.clear().catch(() => {})
      return onSaved(saved.value.cards, saved.value.withdrawn)
    }
    const current = saved.value['current'] as EditedNote | undefined
    if (current) setConflict(current)
    setError(current ? null : saved.message)
  }
  const leave = () => {
    draft.clear().catch(() => {})
    onLeave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    }
  }
  const key = view?.cards.find((card) => card.id === cardId)?.key
  const said = (one: { rule: string; field: string; say: string }) => `${one.rule} ${one.field} ${one.say}`

  if (conflict && writing) {
    const keep = (kept: Sides) => {
      const merged = { ...writing, fields: kept.fields, tags: kept.tags.join(', '), deckId: kept.deckId, version: conflict.version }
      change(merged)
      void save(merged)
    }
    // Tags and deck are not edited here: they stay as they are there.
    const { kind, tags, deckId } = conflict
    const both = { here: { fields, tags, deckId }, kind, current: conflict, decks: view?.decks ?? [], zone, error }
    return <Conflict key={conflict.version} {...both} onKeep={keep} onGoOn={() => setConflict(null)} />
  }
  return (
    <div className={styles.sit}>
      {head}
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
          {view && writing && (
            <NoteFields
              kind={view.note.kind}
              fields={fields}
              advice={(preview?.advice ?? []).filter((one) => !left.includes(said(one)))}
              onChange={(part) => change({ ...writing, fields: { ...fields, ...part } })}
              onLeave={(one) => setLeft([...left, said(one)])}
              only={Object.keys(fields).filter((name) => keyOfField(name) === key)}
            />
          )}
          <p className="hint">
            {draft.kept && touched && 'Draft kept on this device. '}The schedule stays as it is.{' '}
            <Link href={`/notes/${noteId}`}>All fields</Link>
          </p>
        </form>
      </main>
      <footer className={styles.foot}>
        <div className={styles.footInner}>
          <div className={styles.side} />
          <div className={`${styles.acts} ${styles.editActs}`}>
            {/* Above the buttons, where the foot does not cover it. */}
            <p className="err" role="alert">
              {error}
            </p>
            <button className="btn btn-main" type="submit" form="edit-note" disabled={!view}>
              Save note <Cap of="Ctrl Enter" />
            </button>
            <button className="btn btn-quiet" type="button" onClick={leave}>
              Leave it as it was <Cap of="Esc" />
            </button>
          </div>
        </div>
      </footer>
    </div>
  )
}
