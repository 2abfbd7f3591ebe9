// What do I know? Knowledge today and over the year, how firm the cards are, and each topic.

import Link from 'next/link'
import type { Progress } from '#lib/study/get-progress.ts'
import { Course } from '../../_charts/course.tsx'
import { Shares } from '../../_ui/fibre.tsx'
import { percent } from '../../_ui/words.ts'
import rows from '../../_ui/rows.module.css'
import styles from './progress.module.css'
import { Section } from './section.tsx'

export function Known({ progress }: { progress: Progress }) {
  const { course, firmness, topics } = progress
  const last = course.at(-1) ?? { seen: 0, known: 0 }
  const known = Math.round(last.known)
  return (
    <Section
      id="known"
      question="What do I know?"
      answer={`${known} of ${firmness.cards} cards`}
      explained={`If you were asked every card now, you would be expected to recall ${known}. You have seen ${last.seen}.`}
      definition="Knowledge: the sum of the predicted recall of all cards today. A card that was never answered counts nothing."
    >
      {course.length > 1 && (
        <>
          <div className="in">
            <Course title="Known and seen" hint="On Mondays, and today." points={course} cards={firmness.cards} />
          </div>
          <p className="note">Earlier days are as the app predicted them then: from what each later answer was told of its card.</p>
        </>
      )}
      <div className="in">
        <Firm progress={progress} />
      </div>
      <p className="note">Mature: the interval is 21 days or more. Young: less. Learning: still in its first steps, or back in them.</p>
      {topics.length > 0 && <Topics topics={topics} />}
    </Section>
  )
}

function Firm({ progress: { firmness } }: { progress: Progress }) {
  const stages = [
    ['mature', firmness.mature],
    ['young', firmness.young],
    ['learning', firmness.learning],
    ['new', firmness.fresh],
    ['suspended', firmness.suspended],
  ] as const
  return (
    <>
      <h3>How firm the cards are</h3>
      <dl className={styles.stages}>
        {stages.map(([name, cards]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{cards}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Topics({ topics }: { topics: Progress['topics'] }) {
  const decks = new Set(topics.map((topic) => topic.deckId)).size
  return (
    <>
      <div className="in">
        <h3>By topic</h3>
        <table className={rows.table}>
          <caption className="vh">Topics, how their cards stand today and their mean predicted recall</caption>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" className={rows.n}>
                Known
              </th>
              <th scope="col" className={rows.n}>
                Recall
              </th>
            </tr>
          </thead>
          <tbody>
            {topics.map(({ deckId, deck, topic, known, fading, unseen, recall }) => (
              <tr key={`${deckId} ${topic}`}>
                <th scope="row">
                  <Link href={`/decks/${deckId}`}>{topic}</Link> {decks > 1 && <span className={styles.from}>{deck}</span>}
                  <span className={rows.memory}>
                    <Shares known={known} fading={fading} unseen={unseen} />
                  </span>
                </th>
                <td className={rows.n}>
                  {known} of {known + fading + unseen}
                </td>
                <td className={rows.n}>{recall === null ? 'unseen' : percent(recall)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        Known: predicted recall today at or above the one aimed for. Recall: the mean of what is predicted for the cards that were answered.
      </p>
    </>
  )
}
