// Every review of the card with its memory before and after, the latest first.

import type { CardView, HistoryRow } from '#lib/study/get-card.ts'
import { dateWords } from '../../../_ui/days.ts'
import { type Grade, Internode } from '../../../_ui/fibre.tsx'
import { percent, waitWords } from '../../../_ui/words.ts'
import styles from './card.module.css'

const ratingNames = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const
const grades: Record<keyof typeof ratingNames, Grade> = { 1: 'bare', 2: 'fading', 3: 'known', 4: 'known' }
const kindNames = { place: 'Moved', reset: 'Start over', restore: 'Imported', mark: 'Marked' } as const

export function History({ card }: { card: CardView }) {
  const { history, today } = card
  return (
    <section className="sec rule" aria-labelledby="history">
      <h2 className="label" id="history">
        Every review
      </h2>
      <div className="in">
        {history.length === 0 ? (
          <p>Nothing yet. The card has never been answered.</p>
        ) : (
          // A wide table scrolls within itself, by key too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={styles.scroll} role="region" aria-label="Every review, table" tabIndex={0}>
            <table className={styles.log}>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Rating</th>
                  <th scope="col" className={styles.phase}>
                    State
                  </th>
                  <th scope="col" className={styles.n}>
                    Predicted
                  </th>
                  <th scope="col" className={styles.n}>
                    Stability before
                  </th>
                  <th scope="col" className={styles.n}>
                    Stability after
                  </th>
                  <th scope="col" className={styles.n}>
                    Difficulty after
                  </th>
                  <th scope="col" className={styles.n}>
                    Next in
                  </th>
                </tr>
              </thead>
              <tbody>
                {history.map((row) => (
                  <Row key={row.id} row={row} today={today} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      {history.length > 0 && (
        <p className="note">
          Stability: days until predicted recall falls to 90%. Difficulty: from 1 to 10, how slowly stability grows. State: before and
          after; relearning follows Again in review. Predicted: recall at the answer, where it came a day or more after the one before. What
          was undone is left out; practice changes nothing.
        </p>
      )}
    </section>
  )
}

function Row({ row, today }: { row: HistoryRow; today: string }) {
  const { what, predicted, before, after, next } = row
  const phases = before.phase === after.phase ? after.phase : `${before.phase} to ${after.phase}`
  return (
    <tr>
      <th scope="row">{dateWords(row.day, row.day.slice(0, 4) === today.slice(0, 4) ? null : 'year')}</th>
      <td>
        {what.kind === 'answer' ? (
          <span className={styles.rating}>
            <Internode grade={grades[what.rating]} /> {ratingNames[what.rating]}
            {what.practice && ', practice'}
          </span>
        ) : (
          kindNames[what.kind]
        )}
        {/* A phone has no room for a column of it. */}
        <span className={styles.phases}>{phases}</span>
      </td>
      <td className={styles.phase}>{phases}</td>
      <td className={styles.quiet}>{predicted === null ? '–' : percent(predicted)}</td>
      <td className={styles.quiet}>{daysWords(before.stability)}</td>
      <td className={styles.quiet}>{daysWords(after.stability)}</td>
      <td className={styles.quiet}>{after.difficulty === null ? '–' : after.difficulty.toFixed(1)}</td>
      <td className={styles.n}>{next === null ? '–' : nextIn(next)}</td>
    </tr>
  )
}

const daysWords = (days: number | null): string => (days === null ? '–' : days < 10 ? days.toFixed(1) : String(Math.round(days)))

function nextIn(next: NonNullable<HistoryRow['next']>): string {
  return 'days' in next && next.days <= 0 ? 'today' : waitWords(next).full
}
