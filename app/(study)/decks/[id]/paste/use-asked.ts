'use client'
// Which of the pasted questions the deck asks already, asked of the server once for each.

import { useEffect, useEffectEvent, useState } from 'react'
import type { DeckId } from '#lib/core/ids.ts'
import { questionKey } from '#lib/core/note/question.ts'
import type { PastedRow } from '#lib/core/paste/read.ts'
import { send } from '../../../../_ui/send.ts'

const PAUSE_MS = 300

/** By the question's key: whether the deck asks it. */
type Known = ReadonlyMap<string, boolean>
const NONE: Known = new Map()

export type Asked = {
  /** Keys of questions that the deck asks. */
  keys: ReadonlySet<string>
  /** Keys once all rows were asked for; null: the server cannot say, and `message` says why. */
  settle: (rows: readonly PastedRow[]) => Promise<ReadonlySet<string> | null>
  /** Null: nothing is wrong. */
  message: string | null
  /** The deck changed. */
  forget: () => void
}

export function useAsked(deckId: DeckId, rows: readonly PastedRow[]): Asked {
  const [state, setState] = useState<{ deckId: DeckId; known: Known; message: string | null }>({ deckId, known: NONE, message: null })
  const known = state.deckId === deckId ? state.known : NONE
  async function settle(pasted: readonly PastedRow[], stop?: AbortSignal): Promise<ReadonlySet<string> | null> {
    const open = new Map(
      pasted.flatMap(({ reading }) => {
        const key = reading.ok ? questionKey(reading.question) : ''
        return reading.ok && !known.has(key) ? [[key, reading.question] as const] : []
      }),
    )
    if (open.size === 0) return keysOf(known)
    const sent = await send<{ asked: number[] }>('POST', '/api/notes/batch/asked', { deckId, questions: [...open.values()] }, stop)
    // Of an earlier deck, or of rows that are gone.
    if (stop?.aborted) return null
    if (!sent.ok) {
      setState({ deckId, known, message: sent.message })
      return null
    }
    const asked = new Set(sent.value.asked)
    const found = new Map([...known, ...[...open.keys()].map((key, index) => [key, asked.has(index)] as const)])
    setState({ deckId, known: found, message: null })
    return keysOf(found)
  }

  const look = useEffectEvent((stop: AbortSignal) => settle(rows, stop))
  useEffect(() => {
    const stop = new AbortController()
    const again = () => void look(stop.signal)
    const timer = setTimeout(again, PAUSE_MS)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      stop.abort()
    }
  }, [deckId, rows])

  return { keys: keysOf(known), settle, message: state.message, forget: () => setState({ deckId, known: NONE, message: null }) }
}

const keysOf = (known: Known): ReadonlySet<string> => new Set([...known].flatMap(([key, asked]) => (asked ? [key] : [])))
