// What waits today by deck, and what its learner knows of each: a known card is at or above the recall aimed for.

import Link from 'next/link'
import { Shares } from '../../_ui/fibre.tsx'
import rows from '../../_ui/rows.module.css'

export type DeckRow = {
  id: string
  name: string
  new: number
  learning: number
  due: number
  known: number
  fading: number
  unseen: number
}

export function DeckTable({ decks }: { decks: readonly DeckRow[] }) {
  return (
    <section className="sec rule" aria-labelledby="decks">
      <h2 className="label" id="decks">
        By deck
      </h2>
      <div className="in">
        <table className={rows.table}>
          <caption className="vh">Cards waiting today, by deck</caption>
          <thead>
            <tr>
              <th scope="col">Deck</th>
              <th scope="col" className={rows.n}>
                New
              </th>
              <th scope="col" className={rows.n}>
                Learning
              </th>
              <th scope="col" className={rows.n}>
                Due
              </th>
            </tr>
          </thead>
          <tbody>
            {decks.map((deck) => (
              <tr key={deck.id}>
                <th scope="row">
                  <Link href={`/decks/${deck.id}`}>{deck.name}</Link>
                  <span className={rows.memory}>
                    <Shares known={deck.known} fading={deck.fading} unseen={deck.unseen} />
                  </span>
                </th>
                <Count number={deck.new} />
                <Count number={deck.learning} />
                <Count number={deck.due} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">A full sheath is known, a thin one is fading, a bare line has not been met.</p>
    </section>
  )
}

function Count({ number }: { number: number }) {
  return <td className={`${rows.n} ${number === 0 ? rows.zero : ''}`}>{number}</td>
}
