'use client'
// The four ratings, bracketed by what they mean: Hard is recalled with effort, never forgotten. Each shows the wait that it applies.

import type { Rating } from '#lib/core/card.ts'
import type { Command } from '#lib/core/preferences.ts'
import { Cap } from './cap.tsx'
import { once } from './once.ts'
import styles from './rating-bar.module.css'
import { type RatingChoice, type RatingChoices, ratingNames } from './sitting-words.ts'
import { capFor, type Keyboard } from './use-keys.ts'

type RatingBarProps = { choices: RatingChoices; keyboard: Keyboard; onRate: (rating: Rating) => void }

export function RatingBar({ choices: { forgot, recalled }, keyboard, onRate }: RatingBarProps) {
  const two = forgot.length + recalled.length === 2
  return (
    <div className={`${styles.bar} ${two ? styles.two : ''}`} role="group" aria-label="How well did you recall it">
      <Group caption="Forgot" choices={forgot} keyboard={keyboard} onRate={onRate} />
      <Group caption="Recalled" choices={recalled} keyboard={keyboard} onRate={onRate} />
    </div>
  )
}

type GroupProps = { caption: string; choices: readonly RatingChoice[]; keyboard: Keyboard; onRate: (rating: Rating) => void }

const commands = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<Rating, Command>

function Group({ caption, choices, keyboard, onRate }: GroupProps) {
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
          onClick={(event) => once(event) && onRate(rating)}
        >
          <b>{ratingNames[rating]}</b>
          <span className={styles.wait}>{short}</span>
          <Cap of={capFor(keyboard, commands[rating])} />
        </button>
      ))}
    </div>
  )
}
