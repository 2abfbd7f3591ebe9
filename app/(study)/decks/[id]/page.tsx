// The page of one deck: what it is, what waits, what can be done with it, how its facts stand by topic, and its options.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { reviewPath } from '#lib/core/queue-ask.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { type DeckView, getDeck } from '#lib/study/get-deck.ts'
import { getDeckNotes } from '#lib/study/get-deck-notes.ts'
import { getDecks } from '#lib/study/get-decks.ts'
import { deckChoices } from '#lib/study/get-note.ts'
import { Head, whoIs } from '../../../_frame/head.tsx'
import { count, countsWords } from '../../../_ui/words.ts'
import { UndoToast } from '../../undo-toast.tsx'
import { Cards, Facts } from './cards.tsx'
import { DeckActs } from './deck-acts.tsx'
import { DeckNotes } from './deck-notes.tsx'
import styles from './deck.module.css'
import { OptionsForm } from './options-form.tsx'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Once a request, for the page and its title. */
const load = cache(async (id: string): Promise<DeckView> => {
  const user = await requireUser()
  const deckId = readUuid<DeckId>(id)
  return (deckId && (await getDeck(user, now(), deckId))) ?? notFound()
})

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: (await load((await params).id)).name }
}

export default async function DeckPage({ params, searchParams }: Props) {
  const [user, deck] = [await requireUser(), await load((await params).id)]
  const { deleted, page } = await searchParams
  const [{ nodes }, choices, notes] = await Promise.all([
    getDecks(user, now()),
    deckChoices(user.id),
    getDeckNotes(user.id, deck.id, pageOf(page)),
  ])
  const node = nodes.find(({ id }) => id === deck.id) ?? notFound()
  const change = typeof deleted === 'string' ? readUuid<string>(deleted) : null
  return (
    <>
      <Head current="decks" who={whoIs(user)} />
      <main id="main" className="page">
        <Opening
          deck={deck}
          acts={<DeckActs deck={node} choices={choices} main={deck.counts.new + deck.counts.learning + deck.counts.review === 0} />}
        />
        {deck.base ? <Facts base={deck.base} today={deck.today} aim={deck.options.desiredRetention} /> : <Cards deck={deck} />}
        {(!deck.base || notes.count > 0) && <DeckNotes page={notes} deckId={deck.id} />}
        <OptionsForm deckId={deck.id} options={deck.options} />
        {deck.base && <Source base={deck.base} />}
        {change && <UndoToast words="The note was deleted." change={change} />}
      </main>
    </>
  )
}

/** A page of the list of notes, from 1. */
function pageOf(word: string | string[] | undefined): number {
  return typeof word === 'string' && /^[1-9]\d{0,5}$/.test(word) ? Number(word) : 1
}

function Opening({ deck, acts }: { deck: DeckView; acts: ReactNode }) {
  const { counts } = deck
  const waiting = counts.new + counts.learning + counts.review
  return (
    <div className="sec open">
      <p className="label up">
        {deck.parents.length === 0 ? (
          <Link href="/decks">Decks</Link>
        ) : (
          deck.parents.map((parent) => (
            <Link key={parent.id} href={`/decks/${parent.id}`}>
              {parent.name}
            </Link>
          ))
        )}
      </p>
      <div className="in">
        <h1 className="title">{deck.name}</h1>
        <p className="lead muted">{aboutWords(deck)}</p>
        {waiting > 0 ? (
          <p className="acts">
            <Link className="btn btn-main btn-large" href={reviewPath({ deck: deck.id })} prefetch={false}>
              Review {count(waiting, 'card')}
            </Link>
            <span className="muted">{countsWords(counts)}</span>
          </p>
        ) : (
          <p className={`muted ${styles.none}`}>Nothing of this deck is due today.</p>
        )}
        {acts}
      </div>
    </div>
  )
}

function aboutWords({ cards, base, shares }: DeckView): string {
  if (cards === 0) return 'This deck holds no cards yet.'
  if (!base) return `${count(cards, 'card')}: ${shares.known} known, ${shares.fading} fading, ${shares.unseen} unseen.`
  const facts = count(base.facts.length, 'fact')
  return `${count(cards, 'card')} from ${facts}, each with its source. They rest on a reference of ${base.year}. For education, not advice.`
}

function Source({ base }: { base: NonNullable<DeckView['base']> }) {
  return (
    <section className="sec rule" aria-labelledby="source">
      <h2 className="label" id="source">
        Source
      </h2>
      <p className="in small muted">{base.citation}</p>
    </section>
  )
}
