'use client'
// Sends the notes of a paste: a try again after an answer that was lost adds nothing twice.

import { useRef, useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import type { PastedNote } from '#lib/core/paste/read.ts'
import { newChangeId, newNoteId } from '#lib/device/device.ts'
import { send } from '../../../../_ui/send.ts'

export type Added = { change: string; notes: number; cards: number }
type Wanted = readonly { key: string; note: PastedNote }[]

/** `bare`: keys of rows that the server found to make no card. */
export function useAdd(deckId: DeckId) {
  // The same notes keep the ids that they were first sent with.
  const tried = useRef({ words: '', id: '', ids: [] as string[] })
  const [bare, setBare] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<string | null>(null)

  async function add(wanted: Wanted): Promise<Added | null> {
    const words = JSON.stringify([deckId, wanted])
    if (tried.current.words !== words) tried.current = { words, id: newChangeId(), ids: wanted.map(() => newNoteId()) }
    const { id, ids } = tried.current
    const notes = wanted.map(({ note }, index) => ({ id: ids[index], ...note }))
    const sent = await send<Added>('POST', '/api/notes/batch', { id, deckId, notes })
    if (!sent.ok) {
      const none = (sent.value['notes'] ?? []) as number[]
      if (none.length > 0) setBare(new Set([...bare, ...none.flatMap((index) => wanted[index]?.key ?? [])]))
      setError(sent.message)
      return null
    }
    tried.current = { words: '', id: '', ids: [] }
    setError(null)
    return sent.value
  }
  return { add, bare, error, clearError: () => setError(null) }
}
