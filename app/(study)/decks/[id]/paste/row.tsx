'use client'
// A row to come: the cards that it makes, as they will look, and what becomes of it.

import type { NotePreview } from '#lib/core/note/view.ts'
import type { RowKind } from '#lib/core/paste/columns.ts'
import type { Judged } from '#lib/core/paste/verdict.ts'
import { CardContent } from '../../../../_ui/card-content.tsx'
import { CaretIcon } from '../../../../_ui/icons.tsx'
import { count } from '../../../../_ui/words.ts'
import styles from './paste.module.css'

export type RowActs = { onPick: (row: Judged, choice: 'in' | 'out') => void; onMend: (row: Judged) => void }

type Props = RowActs & { row: Judged; kind: RowKind; preview: NotePreview | null; place: number; of: number }

export function Row({ row, kind, preview, place, of, onPick, onMend }: Props) {
  const { number, verdict, reading } = row
  const act = (words: string, onClick: () => void) => (
    <button type="button" aria-label={`${words}: row ${number}`} onClick={onClick}>
      {words}
    </button>
  )
  const [advice] = verdict === 'new' ? (preview?.advice ?? []) : []
  return (
    <div className={styles.row} role="listitem" aria-posinset={place} aria-setsize={of} data-verdict={verdict}>
      <p className={styles.number}>
        <span className="vh">Row </span>
        {number}
      </p>
      <div className={styles.shown}>
        {preview && reading.ok ? <CardsOf preview={preview} /> : <Written cells={row.cells} />}
        {verdict === 'unread' && !reading.ok && <p className={styles.help}>{reading.help}</p>}
        {advice && (
          <div className={styles.advice} role="note">
            <CaretIcon />
            <p className={styles.say}>{advice.say}</p>
            <p>{advice.help}</p>
          </div>
        )}
      </div>
      <div className={styles.verdict}>
        <p>
          <b className={verdict === 'unread' ? styles.bad : undefined}>{titleOf(row, kind)}</b> {detailOf(row, kind)}
        </p>
        <p className="do">
          {verdict === 'unread' && act('Mend it', () => onMend(row))}
          {(verdict === 'new' || verdict === 'unread') && act('Leave out', () => onPick(row, 'out'))}
          {(verdict === 'there' || verdict === 'twice') && act('Add it all the same', () => onPick(row, 'in'))}
          {verdict === 'out' && act('Take it back', () => onPick(row, 'in'))}
        </p>
      </div>
    </div>
  )
}

function CardsOf({ preview }: { preview: NotePreview }) {
  return preview.cards.map(({ key, content }) => (
    <div key={key} className={styles.card}>
      <CardContent className={styles.q} html={content.fronts[0]?.html ?? ''} />
      {content.kind === 'question' && <CardContent className={styles.a} html={content.back.html} />}
      {content.why && <CardContent className="small muted" html={content.why.html} />}
    </div>
  ))
}

/** What was pasted, where there is no card to show, or not yet. */
function Written({ cells }: { cells: readonly string[] }) {
  return (
    <div className={styles.card}>
      <p className={styles.q}>{cells[0]}</p>
      <p className={styles.a}>{cells.slice(1).join(' · ')}</p>
    </div>
  )
}

function titleOf({ verdict, reading }: Judged, kind: RowKind): string {
  switch (verdict) {
    case 'new':
      return reading.ok && reading.note.kind !== kind ? 'New, cloze' : 'New'
    case 'there':
      return 'There already'
    case 'twice':
      return 'Twice here'
    case 'out':
      return 'Left out'
    case 'unread':
      return 'Not read'
    default:
      return verdict satisfies never
  }
}

function detailOf({ verdict, reading }: Judged, kind: RowKind): string {
  if (!reading.ok) return reading.say
  if (verdict === 'there') return 'The deck asks this; it is left out.'
  if (verdict === 'twice') return `Row ${reading.twin} asks the same; it is left out.`
  return `${count(reading.cards, 'card')}${reading.note.kind !== kind ? '; the gap was found' : ''}`
}
