// Pastes a table or a list into a deck, row by row to be looked at first.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireUser } from '#lib/auth/require-user.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { deckChoices } from '#lib/study/get-note.ts'
import { Head, whoIs } from '../../../../_frame/head.tsx'
import { Paste } from './paste.tsx'

export const metadata: Metadata = { title: 'Paste rows' }

export default async function PastePage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser()
  const deckId = readUuid<DeckId>((await params).id)
  const decks = await deckChoices(user.id)
  if (deckId === null || !decks.some((deck) => deck.id === deckId)) notFound()
  return (
    <>
      <Head current="decks" who={whoIs(user)} />
      <Paste learner={user.id} into={deckId} decks={decks} />
    </>
  )
}
