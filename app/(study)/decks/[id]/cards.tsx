// The facts of a generated deck by topic, as a line and as sentences; the cards of another deck as a list.

import type { CardLine, DeckView, FactView } from '#lib/study/get-deck.ts'
import { FactLine, FibreKey } from '../../../_ui/fibre.tsx'
import { count, percent } from '../../../_ui/words.ts'
import { gradeOf, Line } from '../../_standing/line.tsx'
import styles from './deck.module.css'

type Base = NonNullable<DeckView['base']>

export function Facts({ base, today, aim }: { base: Base; today: string; aim: number }) {
  const topics = [...new Set(base.facts.map((fact) => fact.topic))]
  const of = (facts: readonly FactView[], standing: FactView['standing']) => facts.filter((fact) => fact.standing === standing).length
  const [known, fading, unseen] = [of(base.facts, 'known'), of(base.facts, 'fading'), of(base.facts, 'unseen')]
  return (
    <>
      <section className="sec rule" aria-labelledby="map">
        <h2 className="label" id="map">
          Map of facts
        </h2>
        <div className="in">
          <FactLine
            groups={topics.map((topic) => base.facts.filter((fact) => fact.topic === topic).map((fact) => gradeOf[fact.standing]))}
            label={`${count(base.facts.length, 'fact')} in ${count(topics.length, 'topic')}: ${known} known, ${fading} fading, ${unseen} unseen`}
          />
          <FibreKey
            entries={[
              { grade: 'known', count: known, words: 'known' },
              { grade: 'fading', count: fading, words: 'fading' },
              { grade: 'bare', count: unseen, words: 'unseen' },
            ]}
          />
        </div>
        <p className="note">
          Known: of the fact’s cards that were answered, the weakest has a predicted recall of {percent(aim)} or more today. Fading: less.
          Unseen: never answered. Beside each fact: the predicted recall of that card today, and the day on which it comes.
        </p>
      </section>
      {topics.map((topic, index) => {
        const facts = base.facts.filter((fact) => fact.topic === topic)
        return (
          <section className="sec rule" key={topic} aria-labelledby={`topic-${index}`}>
            <div className="label">
              <h2 id={`topic-${index}`}>{topic}</h2>
              <p className={styles.tally}>
                {of(facts, 'known')} of {facts.length} known
              </p>
            </div>
            <ol className="wide">
              {facts.map((fact) => (
                <Line
                  key={fact.id}
                  view={fact}
                  number={fact.id}
                  text={fact.statement}
                  href={fact.cardId && `/cards/${fact.cardId}`}
                  today={today}
                />
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}

export function Cards({ deck }: { deck: DeckView }) {
  if (deck.lines.length === 0) return null
  return (
    <section className="sec rule" aria-labelledby="cards">
      <div className="label">
        <h2 id="cards">Cards</h2>
        {deck.lines.length < deck.cards && <p className={styles.tally}>The first {deck.lines.length}</p>}
      </div>
      <ol className="wide">
        {deck.lines.map((line: CardLine) => (
          <Line key={line.id} view={line} number={null} text={line.front} href={`/cards/${line.id}`} today={deck.today} />
        ))}
      </ol>
    </section>
  )
}
