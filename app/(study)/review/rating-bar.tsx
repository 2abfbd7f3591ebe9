'use client'
// The four ratings, bracketed by what they mean: Hard is recalled with effort, never forgotten. Each shows the wait that it applies.

import type { Rating } from '#lib/core/card.ts'
import styles from './rating-bar.module.css'
import { type RatingChoice, type RatingChoices, ratingNames } from './sitting-words.ts'

type RatingBarProps = { choices: RatingChoices; onRate: (rating: Rating) => void }

export function RatingBar({ choices: { forgot, recalled }, onRate }: RatingBarProps) {
  const two = forgot.length + recalled.length === 2
  return (
    <div className={`${styles.bar} ${two ? styles.two : ''}`} role="group" aria-label="How well did you recall it">
      <Group caption="Forgot" choices={forgot} onRate={onRate} />
      <Group caption="Recalled" choices={recalled} onRate={onRate} />
    </div>
  )
}

type GroupProps = { caption: string; choices: readonly RatingChoice[]; onRate: (rating: Rating) => void }

function Group({ caption, choices, onRate }: GroupProps) {
  return (
    <div className={styles.group} role="group" aria-label={caption}>
      <span className={styles.caption} aria-hidden="true">
        {caption}
      </span>
      {choices.map(({ rating, short, full }) => (
        <button
          key={rating}
          type="button"
          className={`${styles.rating} ${rating === 3 ? styles.good : ''}`}
          // Hidden parts beside the shown ones would be read with a pause before the comma.
          aria-label={`${ratingNames[rating]}, ${rating === 2 ? 'recalled with effort, ' : ''}${full}`}
          onClick={() => onRate(rating)}
        >
          <b>{ratingNames[rating]}</b>
          <span className={styles.wait}>{short}</span>
          <kbd className="keys-only">{rating}</kbd>
        </button>
      ))}
    </div>
  )
}
