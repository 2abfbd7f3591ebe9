'use client'
// The cards of pasted rows as they would look, asked of the server for the rows that are in sight.

import { useEffect, useEffectEvent, useState } from 'react'
import type { NotePreview } from '#lib/core/note/view.ts'
import type { PastedNote } from '#lib/core/paste/read.ts'
import { send } from '../../../../_ui/send.ts'

const PAUSE_MS = 120

/** By what a note says. */
type Shown = ReadonlyMap<string, NotePreview>

/** For each row its preview, null while it is on its way or where there is no note. `away`: the server does not answer. */
export function usePreviews(rows: readonly (PastedNote | null)[]): { previews: (NotePreview | null)[]; away: boolean } {
  const [shown, setShown] = useState<Shown>(new Map())
  const [away, setAway] = useState(false)
  const words = rows.map((note) => (note ? wordsOf(note) : ''))
  const missing = rows.filter((note) => note !== null).filter((note) => !shown.has(wordsOf(note)))
  const ask = useEffectEvent(async (stop: AbortSignal) => {
    const sent = await send<{ previews: NotePreview[] }>('POST', '/api/notes/batch/preview', { notes: missing.map(shownOf) }, stop)
    if (stop.aborted) return
    setAway(!sent.ok)
    if (!sent.ok) return
    const come = missing.map((note, index) => [wordsOf(note), sent.value.previews[index]] as const)
    const kept = [...shown].filter(([key]) => words.includes(key))
    setShown(new Map([...kept, ...come.flatMap(([key, preview]) => (preview ? [[key, preview] as const] : []))]))
  })
  const wanted = missing.map(wordsOf).join('\n')
  useEffect(() => {
    if (wanted === '') return
    const stop = new AbortController()
    const again = () => void ask(stop.signal)
    const timer = setTimeout(again, PAUSE_MS)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      stop.abort()
    }
  }, [wanted])
  return { previews: words.map((one) => shown.get(one) ?? null), away }
}

const shownOf = ({ kind, fields }: PastedNote) => ({ kind, fields })
const wordsOf = (note: PastedNote) => JSON.stringify(shownOf(note))
