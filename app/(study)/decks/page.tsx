// The decks: a tree with what waits in each today, and how well it is known.

import type { Metadata } from 'next'
import Link from 'next/link'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { getDecks } from '#lib/study/get-decks.ts'
import { deckChoices } from '#lib/study/get-note.ts'
import { Head, whoIs } from '../../_frame/head.tsx'
import { count } from '../../_ui/words.ts'
import { DeckTree } from './deck-tree.tsx'
import styles from './decks.module.css'
import { NewDeck } from './new-deck.tsx'
import { UndoToast } from '../undo-toast.tsx'

export const metadata: Metadata = { title: 'Decks' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DecksPage({ searchParams }: Props) {
  const user = await requireUser()
  const [{ nodes, counts }, choices, { deleted }] = await Promise.all([getDecks(user, now()), deckChoices(user.id), searchParams])
  const change = typeof deleted === 'string' ? readUuid<string>(deleted) : null
  const waiting = counts.new + counts.learning + counts.review
  return (
    <>
      <Head current="decks" who={whoIs(user)} />
      <main id="main" className="page">
        <div className={`sec open ${styles.opening}`}>
          <div className={`wide ${styles.top}`}>
            <h1 className="title">Decks</h1>
            <NewDeck choices={choices} />
          </div>
        </div>
        <div className={`sec ${styles.tree}`}>
          {nodes.length > 0 && <Key />}
          <div className="wide">
            {nodes.length === 0 ? (
              <p className="lead">No decks yet. Make one, and write its first note.</p>
            ) : (
              <DeckTree nodes={nodes} all={counts} />
            )}
            {waiting > 0 && (
              <p className={`acts ${styles.review}`}>
                <Link className="btn btn-main" href="/review" prefetch={false}>
                  Review all, {count(waiting, 'card')}
                </Link>
              </p>
            )}
          </div>
        </div>
        {change && <UndoToast words="The deck was deleted with all that lay in it." change={change} />}
      </main>
    </>
  )
}

function Key() {
  return (
    <ul className={`label ${styles.key}`}>
      {(['known', 'fading', 'unseen'] as const).map((name) => (
        <li key={name}>
          <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" className={styles[name]}>
            <rect
              width="28"
              y={name === 'known' ? 0 : name === 'fading' ? 3.5 : 5.25}
              height={name === 'known' ? 12 : name === 'fading' ? 5 : 1.5}
              rx="2"
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
