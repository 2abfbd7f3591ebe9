import Link from 'next/link'
import type { DeckId } from '#lib/core/ids.ts'
import type { NoteTitle } from '#lib/study/get-deck-notes.ts'
import styles from '../decks.module.css'

/** The notes that the learner wrote into a deck, newest first. */
export function DeckNotes({ notes, deckId }: { notes: readonly NoteTitle[]; deckId: DeckId }) {
  return (
    <section className="sec rule" aria-labelledby="notes">
      <h2 className="label" id="notes">
        Your notes
      </h2>
      <div className="in">
        {notes.length === 0 ? (
          <p>
            No notes yet. <Link href={`/decks/${deckId}/new`}>Write the first</Link>.
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
      </div>
      {notes.length === 100 && <p className="note">The newest hundred, newest first.</p>}
    </section>
  )
}
