// The page of one deck: what it is, what waits, how its facts stand by topic, and its options.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { reviewPath } from '#lib/core/queue-ask.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { type DeckView, getDeck } from '#lib/study/get-deck.ts'
import { Head, whoIs } from '../../../_frame/head.tsx'
import { count, countsWords } from '../../../_ui/words.ts'
import { Cards, Facts } from './cards.tsx'
import styles from './deck.module.css'
import { OptionsForm } from './options-form.tsx'

type Props = { params: Promise<{ id: string }> }

/** Once a request, for the page and its title. */
const load = cache(async (id: string): Promise<DeckView> => {
  const user = await requireUser()
  const deckId = readUuid<DeckId>(id)
  return (deckId && (await getDeck(user, now(), deckId))) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).name }
}

export default async function DeckPage({ params }: Props) {
  const [user, deck] = [await requireUser(), await load((await params).id)]
  return (
    <>
      <Head current={null} who={whoIs(user)} />
      <main id="main" className="page">
        <Opening deck={deck} />
        {deck.base ? <Facts base={deck.base} today={deck.today} aim={deck.options.desiredRetention} /> : <Cards deck={deck} />}
        <OptionsForm deckId={deck.id} options={deck.options} />
        {deck.base && <Source base={deck.base} />}
      </main>
    </>
  )
}

function Opening({ deck }: { deck: DeckView }) {
  const { counts } = deck
  const waiting = counts.new + counts.learning + counts.review
  return (
    <div className="sec open">
      <p className={`label ${styles.up}`}>
        {deck.parents.length === 0 ? (
          <Link href="/today">Today</Link>
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
