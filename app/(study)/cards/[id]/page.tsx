// The page of one card: what it asks, its forgetting curve with today on it, every review, its source and its siblings.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { CardId } from '#lib/core/ids.ts'
import { reviewPath } from '#lib/core/queue-ask.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { type CardView, getCard } from '#lib/study/get-card.ts'
import { Head, whoIs } from '../../../_frame/head.tsx'
import { CardContent } from '../../../_ui/card-content.tsx'
import { pageNonce } from '../../../page-nonce.ts'
import { Line } from '../../_standing/line.tsx'
import styles from './card.module.css'
import { History } from './history.tsx'
import { Now } from './now.tsx'

type Props = { params: Promise<{ id: string }> }

/** Once a request, for the page and its title. */
const load = cache(async (id: string): Promise<CardView> => {
  const user = await requireUser()
  const cardId = readUuid<CardId>(id)
  return (cardId && (await getCard(user, now(), cardId))) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { content } = await load((await params).id)
  return { title: `Card of ${content.deck}` }
}

export default async function CardPage({ params }: Props) {
  const [user, card] = [await requireUser(), await load((await params).id)]
  const nonce = await pageNonce()
  return (
    <>
      <Head current={null} who={whoIs(user)} />
      <main id="main" className="page">
        <Opening card={card} nonce={nonce} />
        <Now card={card} />
        <History card={card} />
        <Source card={card} nonce={nonce} />
        <Siblings card={card} />
      </main>
    </>
  )
}

type PartProps = { card: CardView; nonce: string | undefined }

function Opening({ card, nonce }: PartProps) {
  const { content } = card
  const [front] = content.fronts
  return (
    <div className="sec open">
      <p className="label up">
        <Link href={`/decks/${card.deckId}`}>
          {content.deck}
          {content.topic && `, ${content.topic.toLowerCase()}`}
        </Link>
      </p>
      <div className="in">
        <CardContent as="h1" className="q" html={front?.html ?? ''} nonce={nonce} />
        <div className={styles.said}>
          <CardContent className="a" html={front?.filled ?? content.back.html} nonce={nonce} />
        </div>
        <p className={`do ${styles.acts}`}>
          <Link href={reviewPath({ cards: [card.id] })} prefetch={false}>
            Practise this card
          </Link>
          {content.own && <Link href={`/notes/${card.noteId}`}>Rewrite its note</Link>}
        </p>
      </div>
    </div>
  )
}

function Source({ card: { content }, nonce }: PartProps) {
  if (content.facts.length === 0 && content.citation === null) return null
  return (
    <section className="sec rule" aria-labelledby="source">
      <h2 className="label" id="source">
        Source
      </h2>
      <div className="in">
        <dl className={styles.facts}>
          {content.facts.map((fact) => (
            <div key={fact.id}>
              <dt>
                Fact {fact.id}, {fact.topic}
              </dt>
              <dd>
                <CardContent html={fact.statement} nonce={nonce} />
              </dd>
            </div>
          ))}
        </dl>
        {content.citation && (
          <p className={`small muted ${styles.citation}`}>
            {content.citation} {content.year && `Reference of ${content.year}.`} For education, not advice.
          </p>
        )}
      </div>
    </section>
  )
}

function Siblings({ card }: { card: CardView }) {
  if (card.siblings.length === 0) return null
  return (
    <section className="sec rule" aria-labelledby="siblings">
      <h2 className="label" id="siblings">
        Siblings
      </h2>
      <ol className="wide">
        {card.siblings.map((line) => (
          <Line key={line.id} view={line} number={null} text={line.front} href={`/cards/${line.id}`} today={card.today} />
        ))}
      </ol>
      <p className="note">Cards of the same note or the same fact. Two of one note are not shown on one day.</p>
    </section>
  )
}
