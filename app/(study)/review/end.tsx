'use client'
// The end of a sitting: what was done, what was hard or forgotten, and when to come back.

import Link from 'next/link'
import type { ReactNode, RefObject } from 'react'
import { formatStudyDay } from '#lib/core/day.ts'
import type { CardId } from '#lib/core/ids.ts'
import { todayOf } from '#lib/core/session/state.ts'
import { type Sitting as Sat, sitting } from '#lib/core/session/view.ts'
import type { CardContent as Content } from '#lib/core/wire.ts'
import { CardContent } from '../../_ui/card-content.tsx'
import { clockTime, dayName, whenWords } from '../../_ui/days.ts'
import { FibreKey, Sitting } from '../../_ui/fibre.tsx'
import { Head, whoIs } from '../../_frame/head.tsx'
import { UndoIcon } from '../../_ui/icons.tsx'
import { count, spentWords } from '../../_ui/words.ts'
import styles from './end.module.css'
import type { SittingView } from './sitting-view.ts'
import { grades, nextDay, undoWords } from './sitting-words.ts'

type EndProps = {
  view: SittingView
  guest: boolean
  /** When the next card comes back today, in the server's time; null: not today. */
  waitingUntilMs: number | null
  /** That time has come. */
  ready: boolean
  notices: ReactNode
  headingRef: RefObject<HTMLHeadingElement | null>
  onGoOn: () => void
  onUndo: (() => void) | null
}

export function End({ view, guest, waitingUntilMs, ready, notices, headingRef, onGoOn, onUndo }: EndProps) {
  const { session, contents } = view
  const today = formatStudyDay(todayOf(session))
  const sat = sitting(session)
  return (
    <>
      <Head current="today" who={whoIs({ guest })} />
      <main id="main" className="page">
        <div className="sec open">
          <p className="label date muted">{dayName(today, 'long')}</p>
          <div className="in">
            <h1 className="title" tabIndex={-1} ref={headingRef}>
              {session.practice ? 'Practice is done' : waitingUntilMs === null ? 'Done for today' : 'Done for now'}
            </h1>
            <p className="lead muted" role="status">
              {doneWords(sat)} {backWords(view, waitingUntilMs, ready, today)}
            </p>
            <p className="acts">
              {ready ? (
                <button className="btn btn-main btn-large" type="button" onClick={onGoOn}>
                  Go on
                </button>
              ) : (
                <Link className="btn btn-main btn-large" href="/today">
                  Back to Today
                </Link>
              )}
              {onUndo && (
                <button className="btn btn-quiet" type="button" onClick={onUndo}>
                  <UndoIcon /> {undoWords(session)}
                </button>
              )}
            </p>
            {notices && <div className={styles.notices}>{notices}</div>}
          </div>
        </div>
        {sat.answers.length > 0 && <Fibre sat={sat} />}
        <Cards title="Forgotten" cards={sat.forgotten} contents={contents} />
        <Cards title="Hard" cards={sat.hard} contents={contents} />
      </main>
    </>
  )
}

function doneWords({ answers, forgotten }: Sat): string {
  const cards = new Set(answers.map((answer) => answer.cardId)).size
  if (cards === 0) return 'Nothing is left to answer.'
  const first = answers[0]?.atMs ?? 0
  const last = answers.at(-1)?.atMs ?? 0
  const time = last - first > 1000 ? ` in ${spentWords(last - first)}` : ''
  const missed = forgotten.length === 0 ? 'None was forgotten.' : `${count(forgotten.length, 'card was', 'cards were')} forgotten.`
  return `${count(cards, 'card')}${time}. ${missed}`
}

function backWords(view: SittingView, waitingUntilMs: number | null, ready: boolean, today: string): string {
  if (view.session.practice) return 'The schedule is as it was.'
  if (ready) return 'The next card is back.'
  if (waitingUntilMs !== null) return `The next card comes back at ${clockTime(waitingUntilMs, view.session.zone)}.`
  const next = nextDay(view)
  if (!next) return 'No card waits on the coming days.'
  const when = whenWords(next.day, today)
  return `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${count(next.count, 'card')}.`
}

function Fibre({ sat }: { sat: Sat }) {
  const of = (ratings: readonly number[]) => sat.answers.filter(({ rating }) => ratings.includes(rating)).length
  const [again, hard, good] = [of([1]), of([2]), of([3, 4])]
  const words = `${count(sat.answers.length, 'answer')} in order: ${again} Again, ${hard} Hard, ${good} Good or Easy`
  return (
    <section className="sec rule" aria-labelledby="sitting">
      <h2 className="label" id="sitting">
        This sitting
      </h2>
      <div className="in">
        <div role="img" aria-label={words}>
          <Sitting grades={sat.answers.map(({ rating }) => grades[rating])} left={0} size="large" />
        </div>
        <FibreKey
          entries={[
            { grade: 'known', count: good, words: 'Good or Easy' },
            { grade: 'fading', count: hard, words: 'Hard' },
            { grade: 'bare', count: again, words: 'Again' },
          ]}
        />
      </div>
      <p className="note">Every answer in the order you gave it.</p>
    </section>
  )
}

type CardsProps = { title: string; cards: readonly CardId[]; contents: ReadonlyMap<CardId, Content> }

function Cards({ title, cards, contents }: CardsProps) {
  if (cards.length === 0) return null
  const id = title.toLowerCase()
  return (
    <section className="sec rule" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {title}
      </h2>
      <ol className={`in ${styles.list}`}>
        {cards.map((cardId) => {
          const content = contents.get(cardId)
          return content && <CardRow key={cardId} cardId={cardId} content={content} />
        })}
      </ol>
    </section>
  )
}

function CardRow({ cardId, content }: { cardId: CardId; content: Content }) {
  const [front] = content.fronts
  return (
    <li>
      <Link className={styles.open} href={`/cards/${cardId}`} prefetch={false}>
        <CardContent as="span" className={styles.asked} html={front?.filled ?? front?.html ?? ''} />
      </Link>
      {front?.filled === null && <CardContent className={styles.answer} html={content.back.html} />}
      <span className={styles.from}>
        {content.deck}
        {content.topic && `, ${content.topic}`}
      </span>
    </li>
  )
}
