'use client'
// What is pasted and how it is read, from the field to the notes that stand in the deck. It is kept on this device until then.

import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { DeckId, UserId } from '#lib/core/ids.ts'
import type { DeckChoice } from '#lib/core/note/view.ts'
import { MOST_PASTED, type PasteChoices, readPaste } from '#lib/core/paste/read.ts'
import { judge, type Picked, toAdd } from '#lib/core/paste/verdict.ts'
import { useDraft } from '../../../_note/use-draft.ts'
import { limitWords } from './paste-words.ts'
import { type Added, useAdd } from './use-add.ts'
import { useAsked } from './use-asked.ts'

export type Pasted = { text: string; chosen: PasteChoices; picked: Picked; deckId: DeckId }

const NOTHING = { text: '', chosen: { separator: null, header: null, columns: null, kind: null }, picked: {} }

/** A text past the limit is not read: the limit is what is said of it. */
const readable = (text: string) => (text.length > MOST_PASTED ? '' : text)

export function usePaste(learner: UserId, into: DeckId, decks: readonly DeckChoice[]) {
  const [pasted, setPasted] = useState<Pasted>({ ...NOTHING, deckId: into })
  const [before, setBefore] = useState<Pasted | null>(null)
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [added, setAdded] = useState<(Added & { pasted: Pasted; undone: boolean }) | null>(null)
  const busy = useRef(false)
  const [adding, setAdding] = useState(false)
  const draft = useDraft<Pasted>(learner, `paste:${into}`, pasted.text === '' ? null : pasted, (found) => {
    setPasted({ ...found, deckId: decks.some(({ id }) => id === found.deckId) ? found.deckId : into })
    setSaid('What you pasted is still here.')
  })
  const { chosen, deckId } = pasted
  // A key in the field is drawn before all rows are read again.
  const text = useDeferredValue(pasted.text)
  // The same rows for as long as the text is read the same: what is asked of the server is asked once for them.
  const paste = useMemo(() => readPaste(readable(text), chosen), [text, chosen])
  const asked = useAsked(deckId, paste.rows)
  const { add, bare, error, clearError } = useAdd(deckId)

  function change(part: Partial<Pasted>) {
    setPasted((now) => ({ ...now, ...part }))
    setFault(null)
    clearError()
    setSaid('')
  }

  /** Another text in the place of this one, which can be put back. */
  function replace(next: Partial<Pasted>, words = '') {
    setBefore(pasted.text === '' ? null : pasted)
    setAdded(null)
    change({ ...NOTHING, ...next })
    setSaid(words)
    if (!next.text) void draft.clear()
  }

  /** True once it was added. A second press meanwhile does nothing. */
  async function submit(): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    setAdding(true)
    const done = await addAll()
    busy.current = false
    setAdding(false)
    return done
  }

  async function addAll(): Promise<boolean> {
    const refused = (words: string) => {
      setFault(words)
      return false
    }
    // What is drawn may be older than what stands in the field.
    const read = readPaste(readable(pasted.text), chosen)
    const limit = limitWords(pasted.text, read.count)
    if (limit !== null) return refused(limit)
    const keys = await asked.settle(read.rows)
    if (keys === null) return false
    const wanted = toAdd(judge(read.rows, keys, bare, pasted.picked))
    if (wanted.length === 0) return refused('There is no row to add yet.')
    const done = await add(wanted)
    if (!done) return false
    asked.forget()
    setAdded({ ...done, pasted, undone: false })
    setBefore(null)
    await draft.clear()
    // What was pasted while it was sent stays.
    setPasted((now) => (now.text === pasted.text ? { ...now, ...NOTHING } : now))
    return true
  }

  function onUndone() {
    asked.forget()
    if (!added) return
    setAdded({ ...added, undone: true })
    if (pasted.text === '') setPasted(added.pasted)
  }

  return {
    pasted,
    paste,
    rows: judge(paste.rows, asked.keys, bare, pasted.picked),
    before,
    said,
    kept: draft.kept && pasted.text !== '',
    /** Why the text cannot be taken, and why it could not be added: each a sentence, or null. */
    fault: fault ?? limitWords(text, paste.count),
    error,
    adding,
    unknown: asked.message,
    added,
    change,
    replace,
    refuse: setFault,
    submit,
    onUndone,
  }
}
