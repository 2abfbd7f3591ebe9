'use client'
// One card in the list. A row whose page is not here yet keeps its place.

import Link from 'next/link'
import type { MouseEvent } from 'react'
import type { FoundRow as Row } from '#lib/core/search/found.ts'
import { type Grade, Internode } from '../../_ui/fibre.tsx'
import { nextWords, recallOf } from './find-words.ts'
import styles from './find.module.css'

const gradeOf: Record<Row['standing'], Grade> = { known: 'known', fading: 'fading', unseen: 'bare' }

export const rowId = (index: number) => `found-${index}`

type Props = {
  row: Row | null
  index: number
  today: string
  selected: boolean
  active: boolean
  /** `range`: with all between it and the row that was selected last. */
  onTick: (index: number, range: boolean) => void
  onPoint: (index: number) => void
}

export function FoundRow({ row, index, today, selected, active, onTick, onPoint }: Props) {
  const shared = {
    id: rowId(index),
    role: 'row',
    // The head is the first row.
    'aria-rowindex': index + 2,
    'aria-selected': selected,
    className: [styles.row, selected && styles.selected, active && styles.active].filter(Boolean).join(' '),
  } as const
  if (!row) {
    return (
      <div {...shared} aria-busy="true">
        <div role="gridcell" className={styles.coming}>
          <span className="vh">Row {index + 1} is on its way</span>
        </div>
      </div>
    )
  }
  const next = nextWords(row, today)
  const recall = recallOf(row)
  const tick = (event: MouseEvent) => onTick(index, event.shiftKey)
  return (
    // Keys act on the grid, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div {...shared} onClick={() => onPoint(index)}>
      <div role="gridcell" className={styles.c} aria-label={selected ? 'selected' : 'not selected'}>
        <label className={styles.tick}>
          <span className="vh">Select “{row.front}”</span>
          <input type="checkbox" tabIndex={-1} checked={selected} readOnly onClick={tick} />
        </label>
      </div>
      <div role="rowheader" className={styles.q}>
        <Link className={styles.front} href={`/cards/${row.id}`} prefetch={false} tabIndex={-1}>
          {row.front}
        </Link>
        <span className={styles.sub}>{[recall, next].filter((words) => words !== '').join(', ')}</span>
      </div>
      <div role="gridcell" className={styles.d}>
        <span>{row.deck}</span>
        {row.tags.length > 0 && <span className={styles.tags}>{row.tags.join(', ')}</span>}
      </div>
      <div role="gridcell" className={styles.w}>
        {next}
      </div>
      <div role="gridcell" className={styles.m}>
        <Internode grade={gradeOf[row.standing]} />
        <span className="vh">{row.standing}</span>
        {recall}
      </div>
      <div role="gridcell" className={styles.e}>
        <Link href={`/notes/${row.noteId}`} prefetch={false} tabIndex={-1} aria-label={`Edit “${row.front}”`}>
          Edit
        </Link>
      </div>
    </div>
  )
}
