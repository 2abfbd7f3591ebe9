// What Find says of rows and of what was done.

import type { BulkAct, BulkDone, FoundRow } from '#lib/core/search/found.ts'
import type { SearchState } from '#lib/core/search/query.ts'
import type { Sort } from '#lib/core/search/sort.ts'
import { comingWords } from '../../_ui/days.ts'
import { count, recallWords } from '../../_ui/words.ts'

export const STATE_WORDS: Record<SearchState, string> = {
  due: 'Due today',
  new: 'New',
  learning: 'Learning',
  review: 'In review',
  relearning: 'Relearning',
  suspended: 'Suspended',
  buried: 'Buried',
  leech: 'Leeches',
  flagged: 'Flagged',
  marked: 'Marked',
}

export const ORDER_WORDS: readonly { sort: Sort; words: string }[] = [
  { sort: { by: 'created', down: true }, words: 'newest first' },
  { sort: { by: 'created', down: false }, words: 'oldest first' },
  { sort: { by: 'due', down: false }, words: 'next due first' },
  { sort: { by: 'due', down: true }, words: 'last due first' },
  { sort: { by: 'text', down: false }, words: 'by question, A to Z' },
  { sort: { by: 'text', down: true }, words: 'by question, Z to A' },
  { sort: { by: 'stability', down: false }, words: 'least stable first' },
  { sort: { by: 'stability', down: true }, words: 'most stable first' },
  { sort: { by: 'difficulty', down: true }, words: 'hardest first' },
  { sort: { by: 'difficulty', down: false }, words: 'easiest first' },
  { sort: { by: 'lapses', down: true }, words: 'most often forgotten first' },
  { sort: { by: 'lapses', down: false }, words: 'least often forgotten first' },
]

/** When a card comes next: "today", "20 Jan", "new", "suspended". */
export function nextWords({ suspended, buried, standing, next }: FoundRow, today: string): string {
  if (suspended) return 'suspended'
  if (buried) return 'buried'
  if (next === null) return standing === 'unseen' ? 'new' : 'not planned'
  return next <= today ? 'today' : comingWords(next, today)
}

/** "96%"; "today" on the day of its last answer, and nothing where nothing is known. */
export function recallOf({ recall, standing }: FoundRow): string {
  if (standing === 'unseen') return ''
  return recall === null ? 'today' : recallWords(recall)
}

/** What became of an act, with what it passed over. */
export function doneWords(act: BulkAct, { change, cards, notes, passed }: BulkDone, deck: string): string {
  const some = count(cards, 'card')
  const passedOver = passed > 0
  switch (act.kind) {
    case 'move':
      if (change === null) return 'Nothing was moved: they are there already, or come from a fact base, whose cards stay in its deck.'
      return `${count(notes, 'note')} moved to ${deck}, each with all its cards.${passedOver ? ` ${count(passed, 'card')} stayed: there already, or of a fact base.` : ''}`
    case 'tag':
      if (change === null) return `All of them have ${tagWords(act.add)} already.`
      return `${capital(tagWords(act.add))} added to ${count(notes, 'note')}.${passedOver ? ` ${count(passed, 'card')} had it already.` : ''}`
    case 'untag':
      if (change === null) return `None of them has ${tagWords(act.remove)}.`
      return `${capital(tagWords(act.remove))} removed from ${count(notes, 'note')}.`
    case 'suspend': {
      const state = act.suspended ? 'suspended' : 'released'
      if (change === null) return act.suspended ? 'All of them are suspended already.' : 'None of them is suspended.'
      const already = act.suspended ? 'suspended already' : 'not suspended'
      return `${some} ${state}.${passedOver ? ` ${count(passed, 'card')} ${passed === 1 ? 'was' : 'were'} ${already}.` : ''}`
    }
    case 'delete':
      return change === null ? 'They are gone already.' : `${count(notes, 'note')} deleted, with ${some}.`
    default:
      return act satisfies never
  }
}

const tagWords = (tags: readonly string[]) => `the tag${tags.length === 1 ? '' : 's'} ${tags.map((tag) => `“${tag}”`).join(', ')}`
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
