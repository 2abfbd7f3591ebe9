'use client'
// The editor of a note: its fields, every card that it makes as it will look, and the linter's advice. Ctrl Enter saves.

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import type { Advice } from '#lib/core/note/advice.ts'
import { sentFields, tooMuch } from '#lib/core/note/limits.ts'
import type { NoteFields as Fields, NoteKind } from '#lib/core/note/note.ts'
import { newNoteId } from '#lib/device/device.ts'
import type { DeckChoice, EditedNote, NotePreview } from '#lib/core/note/view.ts'
import { count } from '../../_ui/words.ts'
import { send, type Sent } from '../../_ui/send.ts'
import { UndoToast } from '../undo-toast.tsx'
import { Cards } from './cards.tsx'
import { Conflict, type Sides } from './conflict.tsx'
import styles from './note.module.css'
import { NoteFields } from './note-fields.tsx'
import { useDraft } from './use-draft.ts'
import { usePreview } from './use-preview.ts'

export type EditorProps = {
  learner: UserId
  zone: string
  /** Null: a new note of the deck. */
  noteId: NoteId | null
  start: Writing
  decks: readonly DeckChoice[]
  preview: NotePreview | null
  nonce: string | undefined
}

/** What is being written; version is the one that it was made from. */
export type Writing = { kind: NoteKind | null; fields: Fields; tags: string; deckId: DeckId; version: number | null }
type Saved = { id: NoteId; version: number; change: string | null; cards: unknown[] }

const kinds: readonly (readonly [NoteKind, string])[] = [
  ['question', 'Question'],
  ['both', 'Question, both ways'],
  ['cloze', 'Cloze'],
  ['list', 'List'],
]

export function Editor({ learner, zone, noteId, start, decks, preview: first, nonce }: EditorProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [writing, setWriting] = useState(start)
  const [touched, setTouched] = useState(false)
  const [id, setId] = useState<NoteId>(() => noteId ?? newNoteId())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState<{ words: string; change: string | null } | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [conflict, setConflict] = useState<EditedNote | null>(null)
  const saving = useRef(false)
  const { kind, fields, tags, deckId } = writing
  const { preview, away } = usePreview(kind, fields, first, noteId)
  const draft = useDraft<Writing>(learner, noteId ? `note:${noteId}` : `new:${start.deckId}`, touched ? writing : null, (found) => {
    setWriting(found)
    setTouched(true)
    setSaid({ words: 'Your draft is back.', change: null })
  })
  const change = (part: Partial<Writing>) => {
    setTouched(true)
    setError(null)
    setWriting((before) => ({ ...before, ...part }))
  }
  const cards = preview?.cards.length ?? 0
  const advice = (preview?.advice ?? []).filter((one) => !left.has(keyOf(one)))

  async function save(next: Writing) {
    if (saving.current) return
    const body = { ...next, fields: sentFields(next.kind, next.fields), tags: tagsOf(next.tags) }
    const refused = tooMuch(body.fields, body.tags)
    if (refused !== null) return setError(refused)
    saving.current = true
    const { version, ...fresh } = body
    const sent: Sent<Saved> =
      version === null ? await send('POST', '/api/notes', { ...fresh, id }) : await send('PUT', `/api/notes/${id}`, { ...fresh, version })
    saving.current = false
    if (sent.ok) return after(next, sent.value)
    const current = sent.value['current'] as EditedNote | undefined
    if (current) setConflict(current)
    setError(current ? null : sent.message)
  }

  async function after(next: Writing, saved: Saved) {
    setTouched(false)
    setError(null)
    setConflict(null)
    await draft.clear()
    setSaid({ words: `Saved ${count(saved.cards.length, 'card')}.`, change: saved.change })
    // What was typed while it was sent stays, and is the next edit.
    if (noteId !== null) return setWriting((before) => ({ ...before, version: saved.version }))
    // The next note: same kind, deck, source and tags, and empty texts, but for what was typed while this one was sent.
    setWriting((before) => {
      const typed = Object.entries(before.fields).filter(([name, text]) => text !== next.fields[name])
      return { ...before, version: null, fields: { source: next.fields['source'] ?? '', ...Object.fromEntries(typed) } }
    })
    setId(newNoteId())
    setLeft(new Set())
    requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus())
  }

  async function remove() {
    if (saving.current) return
    saving.current = true
    const deleted = await send<{ change: string }>('DELETE', `/api/notes/${id}`)
    saving.current = deleted.ok
    if (!deleted.ok) return setError(deleted.message)
    await draft.clear()
    router.push(`/decks/${deckId}?deleted=${deleted.value.change}`)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save(writing)
  }

  if (conflict) {
    const keep = (kept: Sides) => {
      const merged = { ...writing, ...kept, tags: kept.tags.join(', '), version: conflict.version }
      setWriting(merged)
      void save(merged)
    }
    // Another edit may have come again meanwhile: then the choice begins anew.
    return (
      <Conflict
        key={conflict.version}
        here={{ fields, tags: tagsOf(tags), deckId }}
        kind={kind}
        current={conflict}
        decks={decks}
        zone={zone}
        error={error}
        onKeep={keep}
        onGoOn={() => setConflict(null)}
      />
    )
  }

  return (
    <main id="main" className={styles.edit}>
      <div className={styles.head}>
        <h1 className="title">{noteId ? 'Note' : 'New note'}</h1>
        <div className={styles.pickers}>
          {kind !== null && (
            <>
              <label htmlFor="kind">Type</label>
              <select
                className="inp"
                id="kind"
                value={kind}
                onChange={(event) => change({ kind: kinds.find(([name]) => name === event.target.value)?.[0] ?? kind })}
              >
                {kinds.map(([name, words]) => (
                  <option key={name} value={name}>
                    {words}
                  </option>
                ))}
              </select>
              <label htmlFor="deck">Deck</label>
              <select className="inp" id="deck" value={deckId} onChange={(event) => change({ deckId: event.target.value as DeckId })}>
                {decks.map((deck) => (
                  <option key={deck.id} value={deck.id}>
                    {deck.name}
                  </option>
                ))}
              </select>
            </>
          )}
        </div>
      </div>
      {/* The keys of the form as a whole: saving is one press away from every field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className={styles.fields}
        aria-label="Note"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          void save(writing)
        }}
      >
        <NoteFields
          kind={kind}
          fields={fields}
          advice={advice}
          cards={kind === null ? (preview?.cards ?? []).map(({ key }) => key) : []}
          onChange={(part) => change({ fields: { ...fields, ...part } })}
          onLeave={(one) => setLeft(new Set([...left, keyOf(one)]))}
        />
        <div className={styles.two}>
          {kind !== null && (
            <div className="field">
              <label htmlFor="source">Source</label>
              <input
                className="inp"
                id="source"
                maxLength={500}
                value={fields['source'] ?? ''}
                onChange={(event) => change({ fields: { ...fields, source: event.target.value } })}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor="tags">Tags</label>
            <input
              className="inp"
              id="tags"
              maxLength={1000}
              value={tags}
              aria-describedby="tags-hint"
              onChange={(event) => change({ tags: event.target.value })}
            />
            <p className="hint" id="tags-hint">
              Parted by commas.
            </p>
          </div>
        </div>
        <p className="err" role="alert">
          {error}
        </p>
        <div className={styles.bar}>
          <button className="btn btn-main" type="submit">
            {kind === null || cards === 0 ? 'Save note' : `Save ${count(cards, 'card')}`}{' '}
            <kbd className="keys-only" aria-hidden="true">
              Ctrl Enter
            </kbd>
          </button>
          <Link className="btn btn-quiet" href={`/decks/${deckId}`}>
            Back to the deck
          </Link>
          <span className="hint">{draft.kept && touched ? 'Draft kept on this device.' : ''}</span>
          {noteId && kind !== null && (
            <span className="do">
              <button type="button" className="bad" onClick={() => void remove()}>
                Delete note
              </button>
            </span>
          )}
        </div>
        <p className={said?.change ? 'vh' : 'hint'} role="status">
          {said?.words}
        </p>
      </form>
      <Cards preview={preview} away={away} nonce={nonce} />
      {said?.change && <UndoToast key={said.change} words={said.words} change={said.change} onUndone={() => location.reload()} />}
    </main>
  )
}

/** Tags as they are written in one line. */
export const tagsOf = (text: string): string[] => [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '')

/** Advice is left for the words that it was given on: with other words it is given again. */
const keyOf = ({ rule, field, say }: Advice) => `${rule} ${field} ${say}`
