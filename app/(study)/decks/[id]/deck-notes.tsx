import Link from 'next/link'
import type { DeckId } from '#lib/core/ids.ts'
import type { NotesPage } from '#lib/study/get-deck-notes.ts'
import styles from '../decks.module.css'

/** The notes that the learner wrote into a deck, newest first, a page at a time. */
export function DeckNotes({ page: { notes, count, page, pages, first }, deckId }: { page: NotesPage; deckId: DeckId }) {
  const last = first + notes.length - 1
  const whole = (number: number) => number.toLocaleString('en-GB')
  return (
    <section className="sec rule" aria-labelledby="notes">
      <h2 className="label" id="notes">
        Your notes
      </h2>
      <div className="in">
        {count === 0 ? (
          <p>
            No notes yet. <Link href={`/decks/${deckId}/new`}>Write the first</Link>, or{' '}
            <Link href={`/decks/${deckId}/paste`}>paste a table or a list</Link>.
          </p>
        ) : (
          <ul className={styles.notes}>
            {notes.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/notes/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
        {pages > 1 && (
          <nav className={`do ${styles.pages}`} aria-label="Pages of notes">
            <p className="muted">
              {whole(first)} to {whole(last)} of {whole(count)}, newest first
            </p>
            {page > 1 && (
              <Link href={pagePath(deckId, page - 1)} rel="prev">
                Newer notes
              </Link>
            )}
            {page < pages && (
              <Link href={pagePath(deckId, page + 1)} rel="next">
                Older notes
              </Link>
            )}
          </nav>
        )}
      </div>
    </section>
  )
}

const pagePath = (deckId: DeckId, page: number) => `/decks/${deckId}?page=${page}#notes` as const
