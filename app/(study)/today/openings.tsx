// How Today opens: on the first day, with something due, and with nothing due.

import Link from 'next/link'
import type { Today } from '#lib/study/get-today.ts'
import { clockTime, hourWords, whenWords } from '../../_ui/days.ts'
import { count, countsWords, numberWord } from '../../_ui/words.ts'
import styles from './today.module.css'

type Opening = { today: Today }

export function FirstDay({ today }: Opening) {
  const first = today.counts.new
  return (
    <>
      <h1 className="title">
        {numberWord(first)} {first === 1 ? 'card' : 'cards'} to begin
      </h1>
      <p className="lead muted">
        {readyWords(today)} {first === 1 ? 'It takes' : `The first ${numberWord(first).toLowerCase()} take`} about{' '}
        {count(today.minutes, 'minute')}.
      </p>
      <p className="acts">
        <Link className="btn btn-main btn-large" href="/review">
          Start with {numberWord(first).toLowerCase()} {first === 1 ? 'card' : 'cards'}
        </Link>
      </p>
    </>
  )
}

function readyWords(today: Today): string {
  const [deck, ...others] = today.decks.filter((one) => one.known + one.fading + one.unseen > 0)
  if (!deck || others.length > 0) return `${count(cardsIn(today), 'card')} in ${count(others.length + 1, 'deck')} are ready.`
  return `The ${deck.name} deck is ready: ${count(cardsIn(today), 'card')}${deck.shipped ? ', each with its source' : ''}.`
}

/** What a newcomer may expect of the next days. */
export function FirstDays({ today }: Opening) {
  const first = today.counts.new
  const more = Math.min(first, cardsIn(today) - first)
  return (
    <section className="sec rule" aria-labelledby="days">
      <h2 className="label" id="days">
        What will happen
      </h2>
      <div className="in">
        <ol className={styles.steps}>
          <li>
            <span className="muted">Today</span>
            <span>You meet {numberWord(first).toLowerCase()} cards. The ones you forget come back within the sitting.</span>
          </li>
          <li>
            <span className="muted">Tomorrow</span>
            <span>{more > 0 ? `Up to ${numberWord(more).toLowerCase()} more, and those` : 'Those'} of today that are due by then.</span>
          </li>
        </ol>
      </div>
    </section>
  )
}

function cardsIn(today: Today): number {
  return today.decks.reduce((sum, deck) => sum + deck.known + deck.fading + deck.unseen, 0)
}

export function Due({ today }: Opening) {
  const { counts, minutes } = today
  return (
    <>
      <h1 className="title">
        {count(counts.new + counts.learning + counts.review, 'card')}, about {count(minutes, 'minute')}
      </h1>
      <p className="lead muted">{countsWords(counts)}.</p>
      <p className="acts">
        <Link className="btn btn-main btn-large" href="/review">
          Start review
        </Link>
      </p>
    </>
  )
}

export function Done({ today, rolloverHour }: Opening & { rolloverHour: number }) {
  const { newCards, forgotten } = today.more
  return (
    <>
      <h1 className="title">Nothing is due</h1>
      <p className="lead muted">{nextWords(today, rolloverHour)}</p>
      {newCards + forgotten > 0 && (
        <p className="acts">
          {newCards > 0 && (
            <Link className="btn" href="/review?more=new">
              Study {newCards} more new {newCards === 1 ? 'card' : 'cards'}
            </Link>
          )}
          {forgotten > 0 && (
            <Link className="btn" href="/review?more=forgotten">
              Practice {count(forgotten, 'forgotten card')}
            </Link>
          )}
        </p>
      )}
      {forgotten > 0 && <p className={`small muted ${styles.under}`}>Practice leaves the schedule as it is.</p>}
    </>
  )
}

function nextWords({ nextDue, day, zone }: Today, rolloverHour: number): string {
  if (nextDue === null) return 'No card waits. The next come when there is something new to learn.'
  if ('atMs' in nextDue) return `The next card comes back at ${clockTime(nextDue.atMs, zone)}.`
  const cards = nextDue.count === 1 ? 'The next card comes' : `The next ${count(nextDue.count, 'card')} come`
  return `${cards} ${whenWords(nextDue.day, day)}, from ${hourWords(rolloverHour)}.`
}
