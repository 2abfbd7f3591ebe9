// A fact or a card in a list: how it stands as a glyph, what it says, its recall today and when it comes next.

import Link from 'next/link'
import type { StandingView } from '#lib/study/get-deck.ts'
import { comingWords } from '../../_ui/days.ts'
import { type Grade, Internode } from '../../_ui/fibre.tsx'
import { recallWords } from '../../_ui/words.ts'
import styles from './line.module.css'

export const gradeOf: Record<StandingView['standing'], Grade> = { known: 'known', fading: 'fading', unseen: 'bare' }

type LineProps = {
  view: StandingView
  /** The number of a fact; null for a card. */
  number: string | null
  text: string
  /** Null: there is nothing to open yet. */
  href: `/cards/${string}` | null
  today: string
}

export function Line({ view, number, text, href, today }: LineProps) {
  return (
    <li className={styles.line}>
      <Internode grade={gradeOf[view.standing]} />
      <span className={styles.number}>{number}</span>
      {href === null ? (
        <span className={styles.text}>{text}</span>
      ) : (
        <Link className={styles.text} href={href} prefetch={false}>
          {text}
        </Link>
      )}
      <span className={styles.standing}>
        {view.standing === 'unseen' ? (
          'unseen'
        ) : (
          <>
            <b>{view.recall === null ? 'today' : recallWords(view.recall)}</b> {nextWords(view, today)}
          </>
        )}
        <span className="vh">{view.standing !== 'unseen' && `, ${view.standing}`}</span>
      </span>
    </li>
  )
}

function nextWords({ next, due }: StandingView, today: string): string {
  if (next === null) return 'suspended'
  return due ? 'due today' : `next ${comingWords(next, today)}`
}
