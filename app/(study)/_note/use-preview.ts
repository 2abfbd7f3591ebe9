'use client'
// The cards that a note makes, asked of the server as it is written.

import { useEffect, useState } from 'react'
import type { NoteId } from '#lib/core/ids.ts'
import { sentFields, tooMuch } from '#lib/core/note/limits.ts'
import type { NoteFields, NoteKind } from '#lib/core/note/note.ts'
import type { NotePreview } from '#lib/core/note/view.ts'
import { send } from '../../_ui/send.ts'

/** Shorter than what lies between two keys of a fast typist, longer than between those of a key that is held. */
const PAUSE_MS = 40

/** `kind` null: the note of this id, which a base made; no id: nothing to show yet. `away`: what is shown is older than what is written, for the server does not answer. */
export function usePreview(
  kind: NoteKind | null,
  fields: NoteFields,
  first: NotePreview | null,
  id: NoteId | null = null,
): { preview: NotePreview | null; away: boolean } {
  const [state, setState] = useState({ preview: first, away: false })
  useEffect(() => {
    const sent = sentFields(kind, fields)
    const note = kind === null ? id && { kind, id, fields: sent } : { kind, fields: sent }
    // What is too much for a note is said when it is saved.
    if (!note || tooMuch(sent, []) !== null) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await send<NotePreview>('POST', '/api/notes/preview', note, stop.signal)
      if (stop.signal.aborted) return
      setState((before) => (answer.ok ? { preview: answer.value, away: false } : { ...before, away: true }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [kind, fields, id])
  return state
}
