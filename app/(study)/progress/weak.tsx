// Where am I weak? The cards forgotten most often and the topics that fade, each one click from studying them.

import Link from 'next/link'
import { reviewPath } from '#lib/core/queue-ask.ts'
import type { Progress } from '#lib/study/get-progress.ts'
import { CardContent } from '../../_ui/card-content.tsx'
import { count, numberWord, percent, recallWords } from '../../_ui/words.ts'
import styles from './progress.module.css'
import { Section } from './section.tsx'

const MOST_TOPICS = 3

export function Weak({ progress, nonce }: { progress: Progress; nonce: string | undefined }) {
  const { weakest } = progress
  const lapses = weakest.reduce((sum, card) => sum + card.lapses, 0)
  const topics = progress.topics
    .filter((topic) => topic.fading > 0)
    .toSorted((a, b) => (a.recall ?? 1) - (b.recall ?? 1))
    .slice(0, MOST_TOPICS)
  return (
    <Section
      id="weak"
      question="Where am I weak?"
      answer={weakest.length === 0 ? 'Nowhere yet' : `${numberWord(weakest.length)} ${weakest.length === 1 ? 'card' : 'cards'}`}
      explained={
        weakest.length === 0
          ? 'No card has been forgotten once it was past learning.'
          : `${weakest.length === 1 ? 'It was' : 'They were'} forgotten ${count(lapses, 'time')} in review. Practise ${weakest.length === 1 ? 'it' : 'them'}, rewrite what you wrote yourself, or look at what makes ${weakest.length === 1 ? 'it' : 'them'} hard.`
      }
      definition="The cards rated Again most often in review; of equals, the one with the lowest predicted recall today comes first. Practice leaves the schedule as it is."
    >
      {weakest.length > 0 && (
        <div className="in">
          <p className={styles.practise}>
            <Link className="btn" href={reviewPath({ cards: weakest.map((card) => card.id) })} prefetch={false}>
              Practise {weakest.length === 1 ? 'this card' : `these ${weakest.length} cards`}
            </Link>
          </p>
          <ol className={styles.weak}>
            {weakest.map((card, index) => (
              <li key={card.id}>
                <Link className={styles.front} href={`/cards/${card.id}`}>
                  <CardContent as="span" html={card.front} nonce={nonce} />
                </Link>
                <span className={styles.from}>
                  {card.deck}
                  {card.topic && `, ${card.topic}`}. Forgotten {count(card.lapses, 'time')} in {count(card.reps, 'answer')},{' '}
                  {recallWords(card.recall)} today.
                </span>
                <span className={`do ${styles.acts}`}>
                  <Link href={reviewPath({ cards: [card.id] })} prefetch={false} aria-label={`Practise card ${index + 1}`}>
                    Practise
                  </Link>
                  {card.ownNote && (
                    <Link href={`/notes/${card.ownNote}`} aria-label={`Rewrite card ${index + 1}`}>
                      Rewrite
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {topics.length > 0 && <Topics topics={topics} />}
    </Section>
  )
}

function Topics({ topics }: { topics: Progress['topics'] }) {
  return (
    <>
      <div className="in">
        <h3>Topics that fade</h3>
        <ol className={styles.weak}>
          {topics.map(({ deckId, deck, topic, fading, recall }) => (
            <li key={`${deckId} ${topic}`} className={styles.topic}>
              <span>
                {topic}
                <span className={styles.from}>
                  {deck}. {count(fading, 'card')} fading, mean recall {percent(recall ?? 0)}.
                </span>
              </span>
              <Link href={reviewPath({ deck: deckId, topic })} prefetch={false} aria-label={`Practise ${topic}`}>
                Practise
              </Link>
            </li>
          ))}
        </ol>
      </div>
      <p className="note">Topics with a card below the recall aimed for, the lowest mean predicted recall first.</p>
    </>
  )
}
