// The cards that an act on many is about, found under the learner's lock. What a search found is acted on only while it finds as
// many as the learner saw.

import type { NoteId } from '#lib/core/ids.ts'
import type { BulkDone, Chosen } from '#lib/core/search/found.ts'
import { cardsById, cardsFound, type ChosenCard } from '#lib/db/bulk-rows.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import type { Learner } from './learner.ts'
import { readRest } from './read-texts.ts'
import { UnknownLearner } from './record-events.ts'
import { searchFilters, searchGround } from './search-filters.ts'

export type Bulk =
  | { ok: true; done: BulkDone }
  /** The search finds so many now. */
  | { ok: false; code: 'stale'; total: number }
  | { ok: false; code: 'not-found' }
  | { ok: false; code: 'refused'; message: string }

/** An act on a hundred thousand cards takes some seconds, and stands or falls as one. */
const PATIENCE_MS = 120_000

type Act = (tx: Transaction, cards: ChosenCard[], cursor: number) => Promise<Bulk>

/** Runs `act` on the chosen cards in one transaction. */
export async function onChosen(learner: Learner, now: number, chosen: Chosen, act: Act): Promise<Bulk> {
  const read = 'query' in chosen ? searchFilters(chosen.query, await searchGround(learner, now)) : null
  if (read && !read.ok) return { ok: false, code: 'refused', message: read.fault.message }
  return inTransaction(async (tx) => {
    const locked = await lockCursor(tx, learner.id)
    if (locked === null) throw new UnknownLearner()
    if ('ids' in chosen) return act(tx, await cardsById(tx, learner.id, chosen.ids), locked.value)
    // What was edited since the learner looked is searched as it stands.
    await readRest(tx, learner.id)
    const found = await cardsFound(tx, learner.id, read?.filters ?? [])
    if (found.length !== chosen.total) return { ok: false, code: 'stale', total: found.length }
    const except = new Set(chosen.except)
    const cards = found.filter((card) => !except.has(card.id))
    return act(tx, cards, locked.value)
  }, PATIENCE_MS)
}

export const notesOf = (cards: readonly ChosenCard[]): NoteId[] => [...new Set(cards.map((card) => card.noteId))]

export const nothingDone = (passed: number): Bulk => ({ ok: true, done: { change: null, cards: 0, notes: 0, passed } })
