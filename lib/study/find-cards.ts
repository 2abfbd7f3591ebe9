// Find: the cards that a search finds, page by page.

import type { CardState } from '#lib/core/card.ts'
import type { StudyDay } from '#lib/core/day.ts'
import { type FindAnswer, type FoundRow, type Mark, PAGE_ROWS } from '#lib/core/search/found.ts'
import type { Sort } from '#lib/core/search/sort.ts'
import { database } from '#lib/db/client.ts'
import { countFound, type FoundCard, foundCards, foundMarks } from '#lib/db/find-rows.ts'
import { viewOf } from './get-deck.ts'
import type { Learner } from './learner.ts'
import { readTexts } from './read-texts.ts'
import { type SearchGround, searchFilters, searchGround } from './search-filters.ts'

export type FindAsk = { query: string; sort: Sort }

/** The first page, and where each of the others begins. */
export async function findCards(learner: Learner, now: number, { query, sort }: FindAsk): Promise<FindAnswer> {
  await readTexts(learner.id)
  const ground = await searchGround(learner, now)
  const read = searchFilters(query, ground)
  if (!read.ok) return read
  const { filters } = read
  const [cards, { total, marks }, all] = await Promise.all([
    foundCards(learner.id, filters, sort, null, PAGE_ROWS),
    foundMarks(learner.id, filters, sort, PAGE_ROWS),
    filters.length === 0 ? null : countFound(database(), learner.id, []),
  ])
  return { ok: true, found: { today: ground.todayText, total, all: all ?? total, marks, rows: rowsOf(cards, ground) } }
}

/** The page that begins at a mark. A search that cannot be read has none. */
export async function findPage(learner: Learner, now: number, { query, sort }: FindAsk, mark: Mark): Promise<FoundRow[]> {
  const ground = await searchGround(learner, now)
  const read = searchFilters(query, ground)
  return read.ok ? rowsOf(await foundCards(learner.id, read.filters, sort, mark, PAGE_ROWS), ground) : []
}

function rowsOf(cards: readonly FoundCard[], { today, versions }: SearchGround): FoundRow[] {
  return cards.flatMap(({ card, front, deck, tags, own }) => {
    const options = versions.get(card.presetVersion)?.options
    if (!options) return []
    const { suspended } = card.state
    const view = viewOf(card.state, today, options)
    const { standing, recall, next } = view
    return [
      { id: card.id, noteId: card.noteId, front, deck, tags, own, standing, recall, next, suspended, buried: isBuried(card.state, today) },
    ]
  })
}

const isBuried = ({ buriedUntilDay }: CardState, today: StudyDay) => buriedUntilDay !== null && buriedUntilDay > today
