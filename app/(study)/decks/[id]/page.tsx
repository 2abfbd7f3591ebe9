// The page of one deck: what it is, what can be done with it, and the notes that its learner wrote.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { getDecks } from '#lib/study/get-decks.ts'
import { getDeckNotes } from '#lib/study/get-deck-notes.ts'
import { deckChoices } from '#lib/study/get-note.ts'
import { Head } from '../../../_frame/head.tsx'
import { count } from '../../../_ui/words.ts'
import styles from '../decks.module.css'
import { UndoToast } from '../../undo-toast.tsx'
import { DeckActs } from './deck-acts.tsx'
import { DeckNotes } from './deck-notes.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Deck' }

export default async function DeckPage({ params, searchParams }: Props) {
  const user = await requireUser()
  const id = readUuid<DeckId>((await params).id)
  const [{ nodes }, choices, notes] = await Promise.all([
    getDecks(user, now()),
    deckChoices(user.id),
    id === null ? [] : getDeckNotes(user.id, id),
  ])
  const deck = nodes.find((node) => node.id === id)
  if (!deck) notFound()
  const { deleted } = await searchParams
  const change = typeof deleted === 'string' ? readUuid<string>(deleted) : null
  const parent = nodes.find((node) => node.id === deck.parentId)
  const { known, fading, unseen } = deck.shares
  return (
    <>
      <Head current="decks" />
      <main id="main" className="page">
        <div className="sec open">
          <p className={`label ${styles.up}`}>
            <Link href={parent ? `/decks/${parent.id}` : '/decks'}>{parent?.name ?? 'Decks'}</Link>
          </p>
          <div className="in">
            <h1 className="title">{deck.name}</h1>
            <p className="lead muted">
              {deck.cards === 0 ? 'No cards yet.' : `${count(deck.cards, 'card')}: ${known} known, ${fading} fading, ${unseen} unseen.`}
            </p>
            <DeckActs deck={deck} choices={choices} />
          </div>
        </div>
        <DeckNotes notes={notes} deckId={deck.id} />
        {change && <UndoToast words="The note was deleted." change={change} />}
      </main>
    </>
  )
}
