// How the card stands today, and the curve that it came by.

import type { CardView } from '#lib/study/get-card.ts'
import { ForgettingCurve } from '../../../_charts/forgetting.tsx'
import { dayName } from '../../../_ui/days.ts'
import { count, percent, recallWords } from '../../../_ui/words.ts'
import styles from './card.module.css'

export function Now({ card }: { card: CardView }) {
  const { curve, desiredRetention, alike } = card
  return (
    <section className="sec rule" aria-labelledby="now">
      <h2 className="label" id="now">
        Now
      </h2>
      <div className="in">
        <p className={`big ${styles.standing}`}>{standingWords(card)}</p>
        <p>{nextWords(card)}</p>
      </div>
      {card.recall !== null && (
        <p className="note">
          Predicted recall, with the parameters in force.
          {alike &&
            ` Of your answers predicted near ${percent(alike.predicted)} you recalled ${percent(alike.share ?? 0, 1)} (n ${alike.n}).`}
        </p>
      )}
      {curve.falls.length > 0 && (
        <>
          <div className="in">
            <ForgettingCurve
              title="Forgetting, and what each review did"
              hint="A dot is a review, at the recall predicted for it. Hollow: Again. Small: Hard. Dashed: without study."
              today={card.today}
              aim={desiredRetention}
              {...curve}
            />
          </div>
          <p className="note">Answers on the day of the one before are not predicted, so they have no dot.</p>
        </>
      )}
    </section>
  )
}

function standingWords({ standing, recall }: CardView): string {
  if (standing === 'unseen') return 'Not met yet'
  return recall === null ? 'Answered today' : `${recallWords(recall)} today`
}

function nextWords(card: CardView): string {
  const { n, recalled } = card.recalled
  const times = n === 0 ? '' : ` Recalled ${recalled} of ${count(n, 'time')} after a day or more.`
  if (card.suspended) return `Suspended: it does not come back until that is undone.${times}`
  if (card.next === null) return 'It comes when it is its turn among the new cards.'
  if (card.due) return `It is due today.${times}`
  return `Next on ${dayName(card.next, 'long')}${card.next.slice(0, 4) === card.today.slice(0, 4) ? '' : ` ${card.next.slice(0, 4)}`}.${times}`
}
