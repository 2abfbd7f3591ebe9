// What becomes of each pasted row: what asks nothing new is left out unless the learner wants it all the same.

import { questionKey } from '../note/question.ts'
import type { PastedNote, PastedRow } from './read.ts'

/** There: the deck asks it already. Twice: a row above does. Out: the learner left it out. */
export type Verdict = 'new' | 'there' | 'twice' | 'out' | 'unread'
/** By the row's key: what the learner said of it. */
export type Picked = Readonly<Record<string, 'in' | 'out'>>

export type Judged = PastedRow & { verdict: Verdict }

/** `asked` holds keys of questions that the deck asks, `bare` keys of rows that make no card once their HTML is gone. */
export function judge(rows: readonly PastedRow[], asked: ReadonlySet<string>, bare: ReadonlySet<string>, picked: Picked): Judged[] {
  return rows.map((found) => {
    const row = bare.has(found.key) ? { ...found, reading: EMPTY } : found
    return { ...row, verdict: verdictOf(row, asked, picked[row.key]) }
  })
}

const EMPTY = { ok: false, say: 'Without its HTML it makes no card.', help: 'Write it in Markdown.' } as const

function verdictOf({ reading }: PastedRow, asked: ReadonlySet<string>, picked: 'in' | 'out' | undefined): Verdict {
  if (picked === 'out') return 'out'
  if (!reading.ok) return 'unread'
  if (picked === 'in') return 'new'
  if (asked.has(questionKey(reading.question))) return 'there'
  return reading.twin === null ? 'new' : 'twice'
}

/** The notes that would be added, with the keys of their rows. */
export function toAdd(rows: readonly Judged[]): { key: string; cards: number; note: PastedNote }[] {
  return rows.flatMap(({ key, verdict, reading }) =>
    verdict === 'new' && reading.ok ? [{ key, cards: reading.cards, note: reading.note }] : [],
  )
}
