// A search as the database understands it: names of decks become decks, "due" becomes a day, "leech" what makes one in each deck.

import { formatStudyDay, addDays, type StudyDay, studyDayOf, studyDayStart } from '#lib/core/day.ts'
import type { DeckId } from '#lib/core/ids.ts'
import { decksNamed } from '#lib/core/search/decks.ts'
import { needleOf } from '#lib/core/search/fold.ts'
import { parseQuery } from '#lib/core/search/parse.ts'
import type { SearchFault, SearchState, Term } from '#lib/core/search/query.ts'
import { database } from '#lib/db/client.ts'
import type { Filter } from '#lib/db/find-filters.ts'
import { presetVersions, type PresetVersionRow } from '#lib/db/presets.ts'
import { type DeckRow, decksOf } from '#lib/db/queue-rows.ts'
import type { Learner } from './learner.ts'

/** What a search is read against. */
export type SearchGround = {
  today: StudyDay
  todayText: string
  endOfDayMs: number
  decks: DeckRow[]
  versions: Map<string, PresetVersionRow>
}

export async function searchGround(learner: Learner, now: number): Promise<SearchGround> {
  const { zone, rolloverHour } = learner
  const today = studyDayOf(now, zone, rolloverHour)
  const decks = await decksOf(learner.id)
  const versions = await presetVersions(
    database(),
    learner.id,
    decks.map((deck) => deck.presetVersion),
  )
  return { today, todayText: formatStudyDay(today), endOfDayMs: studyDayStart(addDays(today, 1), zone, rolloverHour), decks, versions }
}

export type SearchFilters = { ok: true; filters: Filter[] } | { ok: false; fault: SearchFault }

export function searchFilters(query: string, ground: SearchGround): SearchFilters {
  const { terms, spans, fault } = parseQuery(query)
  if (fault) return { ok: false, fault }
  const filters: Filter[] = []
  for (const [index, term] of terms.entries()) {
    const filter = filterOf(term, ground)
    if (filter) filters.push(filter)
    else if (term.kind === 'deck') {
      const span = spans[index] ?? { start: 0, end: query.length }
      const message = `You have no deck “${term.name}”. Choose one beside the list, or write its name as it stands there.`
      return { ok: false, fault: { ...span, message, repair: null } }
    }
  }
  return { ok: true, filters }
}

function filterOf(term: Term, ground: SearchGround): Filter | null {
  const { not } = term
  switch (term.kind) {
    case 'words': {
      const needle = needleOf(term.text, term.phrase)
      return needle === null ? null : { not, kind: 'words', needle }
    }
    case 'deck': {
      const ids = decksNamed(ground.decks, term.name)
      return ids.length === 0 ? null : { not, kind: 'decks', ids }
    }
    case 'tag':
      return { not, kind: 'tag', name: term.name }
    case 'is':
      return { ...stateFilter(term.state, ground), not }
    case 'prop': {
      const { property, comparison, value } = term
      return property === 'due'
        ? { not, kind: 'prop', property, comparison, value, today: ground.today }
        : { not, kind: 'prop', property, comparison, value }
    }
    default:
      return term satisfies never
  }
}

export function stateFilter(state: SearchState, ground: SearchGround): Filter {
  const { today, endOfDayMs } = ground
  switch (state) {
    case 'new':
    case 'learning':
    case 'review':
    case 'relearning':
      return { not: false, kind: 'phase', phase: state }
    case 'due':
      return { not: false, kind: 'due', today, endOfDayMs }
    case 'buried':
      return { not: false, kind: 'buried', today }
    case 'leech':
      return { not: false, kind: 'leech', decks: leechDecks(ground) }
    case 'suspended':
    case 'flagged':
    case 'marked':
      return { not: false, kind: state }
    default:
      return state satisfies never
  }
}

/** Decks by their presets' threshold; where that is 0, nothing is a leech. */
function leechDecks({ decks, versions }: SearchGround): { ids: DeckId[]; lapses: number }[] {
  const byLapses = new Map<number, DeckId[]>()
  for (const { id, presetVersion } of decks) {
    const lapses = versions.get(presetVersion)?.options.leechThreshold ?? 0
    if (lapses > 0) byLapses.set(lapses, [...(byLapses.get(lapses) ?? []), id])
  }
  return [...byLapses].map(([lapses, ids]) => ({ ids, lapses }))
}
