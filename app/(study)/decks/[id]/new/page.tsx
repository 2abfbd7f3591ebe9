// Writes notes into a deck, one after another.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireUser } from '#lib/auth/require-user.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { deckChoices } from '#lib/study/get-note.ts'
import { Head, whoIs } from '../../../../_frame/head.tsx'
import { pageNonce } from '../../../../page-nonce.ts'
import { Editor } from '../../../_note/editor.tsx'

export const metadata: Metadata = { title: 'New note' }

export default async function NewNotePage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser()
  const deckId = readUuid<DeckId>((await params).id)
  const decks = await deckChoices(user.id)
  if (deckId === null || !decks.some((deck) => deck.id === deckId)) notFound()
  const start = { kind: 'question' as const, fields: {}, tags: '', deckId, version: null }
  return (
    <>
      <Head current="decks" who={whoIs(user)} />
      <Editor learner={user.id} zone={user.zone} noteId={null} start={start} decks={decks} preview={null} nonce={await pageNonce()} />
    </>
  )
}
