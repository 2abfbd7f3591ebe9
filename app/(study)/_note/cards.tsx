'use client'
// Every card that a note makes, as it will look in review.

import type { NotePreview } from '#lib/core/note/view.ts'
import { CardContent } from '../../_ui/card-content.tsx'
import { count } from '../../_ui/words.ts'
import styles from './note.module.css'

export function Cards({ preview, away, nonce }: { preview: NotePreview | null; away: boolean; nonce: string | undefined }) {
  const cards = preview?.cards ?? []
  return (
    <section className={styles.cards} aria-labelledby="cards">
      <div className={styles.cardsHead}>
        <h2 id="cards">{cards.length === 0 ? 'No cards yet' : count(cards.length, 'card')}</h2>
        <span className="small muted" role="status">
          {away ? 'The preview waits for the connection.' : 'as in review'}
        </span>
      </div>
      {cards.length === 0 && <p className="muted">Each card stands here as soon as it can be asked.</p>}
      <ol>
        {cards.map(({ key, content }, index) => (
          <li key={key}>
            <p className="small muted">Card {index + 1}</p>
            <CardContent className={styles.q} html={content.fronts[0]?.html ?? ''} nonce={nonce} />
            {content.kind !== 'cloze' && <CardContent className={styles.a} html={content.back.html} nonce={nonce} />}
            {content.why && <CardContent className="small muted" html={content.why.html} nonce={nonce} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
