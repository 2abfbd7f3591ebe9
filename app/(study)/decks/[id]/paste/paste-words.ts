// What the page says of the rows as a whole.

import { MOST_ADDED } from '#lib/core/note/limits.ts'
import { MOST_PASTED } from '#lib/core/paste/read.ts'
import type { Judged, Verdict } from '#lib/core/paste/verdict.ts'
import { count, numberWord } from '../../../../_ui/words.ts'

export type Tally = Readonly<Record<Verdict, number>>

export function tallyOf(rows: readonly Judged[]): Tally {
  const tally: Record<Verdict, number> = { new: 0, there: 0, twice: 0, out: 0, unread: 0 }
  for (const { verdict } of rows) tally[verdict] += 1
  return tally
}

/** "Of 7 rows, one is there already and one cannot be read." */
export function tallyWords(tally: Tally): string {
  const { there, twice, out, unread } = tally
  const all = tally.new + there + twice + out + unread
  const number = (value: number) => numberWord(value).toLowerCase()
  const parts = [
    ...(there > 0 ? [`${number(there)} ${there === 1 ? 'is' : 'are'} there already`] : []),
    ...(twice > 0 ? [`${number(twice)} ${twice === 1 ? 'asks' : 'ask'} what a row above asks`] : []),
    ...(unread > 0 ? [`${number(unread)} cannot be read`] : []),
    ...(out > 0 ? [`${number(out)} ${out === 1 ? 'is' : 'are'} left out by you`] : []),
  ]
  const rows = count(all, 'row')
  if (parts.length === 0) return all === 1 ? 'The row makes a note.' : `Each of the ${rows} makes a note.`
  return `Of ${rows}, ${listed(parts)}.`
}

/** "3 rows are left out." */
export function leftOutWords(tally: Tally): string {
  const out = tally.there + tally.twice + tally.out + tally.unread
  return out === 0 ? '' : `${count(out, 'row')} ${out === 1 ? 'is' : 'are'} left out.`
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Why a paste is too large; null: it is not. */
export function limitWords(text: string, rows: number): string | null {
  if (text.length > MOST_PASTED) return `This is longer than ${MOST_PASTED.toLocaleString('en-GB')} characters. Paste it in parts.`
  if (rows <= MOST_ADDED) return null
  return `These are ${count(rows, 'row')}. At most ${MOST_ADDED.toLocaleString('en-GB')} can be added at once: paste them in parts.`
}
