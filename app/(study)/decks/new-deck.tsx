'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { DeckChoice } from '#lib/core/note/view.ts'
import { DeckForm } from './deck-form.tsx'

export function NewDeck({ choices }: { choices: readonly DeckChoice[] }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  // A form of its own for each deck: its id is made with it.
  const [made, setMade] = useState(0)
  return (
    <>
      <button className="btn" type="button" onClick={() => dialog.current?.showModal()}>
        New deck
      </button>
      <DeckForm
        key={made}
        dialogRef={dialog}
        deck={null}
        choices={choices}
        onSaved={(id) => {
          setMade(made + 1)
          router.push(`/decks/${id}`)
        }}
      />
    </>
  )
}
