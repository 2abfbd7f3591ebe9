'use client'
// What will happen: how many notes there will be, and every row with what becomes of it.

import { useState } from 'react'
import type { RowKind } from '#lib/core/paste/columns.ts'
import { type Judged, toAdd } from '#lib/core/paste/verdict.ts'
import { count } from '../../../../_ui/words.ts'
import styles from './paste.module.css'
import { tallyOf, tallyWords } from './paste-words.ts'
import type { RowActs } from './row.tsx'
import { Rows } from './rows.tsx'

type Show = 'all' | 'new' | 'rest'
const showOf = (word: string): Show => (word === 'new' || word === 'rest' ? word : 'all')

type Props = RowActs & {
  rows: readonly Judged[]
  kind: RowKind
  /** Why it is not known what the deck asks already; null: it is. */
  unknown: string | null
}

export function Outcome({ rows, kind, unknown, ...acts }: Props) {
  const [show, setShow] = useState<Show>('all')
  const tally = tallyOf(rows)
  const notes = toAdd(rows)
  const cards = notes.reduce((sum, one) => sum + one.cards, 0)
  const shown = rows.filter(({ verdict }) => show === 'all' || (show === 'new') === (verdict === 'new'))
  const option = (value: Show, words: string, many: number) => (
    <option value={value}>
      {words}, {many.toLocaleString('en-GB')}
    </option>
  )
  return (
    <section className="sec rule" aria-labelledby="outcome">
      <h2 className="label" id="outcome">
        What will happen
      </h2>
      <div className="wide">
        <div className={styles.sum} role="status">
          <p className={styles.big}>
            {count(notes.length, 'new note')}, {count(cards, 'card')}
          </p>
          <p>{tallyWords(tally)}</p>
        </div>
        {unknown && (
          <p className="err" role="alert">
            Whether the deck asks some of this already is not known. {unknown}
          </p>
        )}
        <div className={styles.picker}>
          <label htmlFor="show">Show</label>
          <select className="inp" id="show" value={show} onChange={(event) => setShow(showOf(event.target.value))}>
            {option('all', 'All rows', rows.length)}
            {option('new', 'New', tally.new)}
            {option('rest', 'Left out', rows.length - tally.new)}
          </select>
        </div>
        <Rows key={show} rows={shown} kind={kind} {...acts} />
      </div>
    </section>
  )
}
